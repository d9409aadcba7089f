import { Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as firehose from 'aws-cdk-lib/aws-kinesisfirehose';
import { IConstruct } from 'constructs';

/** The destination and format of the access logs. */
export interface AccessLogTarget {
  readonly stream: firehose.CfnDeliveryStream;
  readonly streamName: string;
  readonly format: string;
}

/**
 * The ARN of the stream, formatted in the stack of the stage from the literal name. A reference would export the ARN, and
 * then neither stack could be deployed or deleted without the other.
 */
export function destinationArn(stage: IConstruct, { streamName }: Pick<AccessLogTarget, 'streamName'>): string {
  return Stack.of(stage).formatArn({ service: 'firehose', resource: 'deliverystream', resourceName: streamName });
}

/** The access log setting of a stage. */
export function accessLogSetting(stage: IConstruct, target: AccessLogTarget): apigateway.CfnStage.AccessLogSettingProperty {
  return { destinationArn: destinationArn(stage, target), format: target.format };
}
