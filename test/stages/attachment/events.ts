import { CustomResourceEvent } from '../../../src/functions/custom-resource-event';
import { AccessLogSetting } from '../../../src/stages/attachment/access-log-setting';

export const ENVIRONMENT = { deliveryStreamName: 'amazon-apigateway-sample', parameterPath: '/api-usage-analytics/sample/' };

export const OURS: AccessLogSetting = setting('amazon-apigateway-sample', 1);

/** An access log to a stream, of this pipeline or another one. */
export function setting(stream: string, version: number): AccessLogSetting {
  return {
    destinationArn: `arn:aws:firehose:eu-west-1:111122223333:deliverystream/${stream}`,
    format: `{"v":"${version}","request_id":"$context.requestId"}\n`,
  };
}

export const FOREIGN: AccessLogSetting = { destinationArn: 'arn:aws:logs:eu-west-1:111122223333:log-group:theirs', format: '$context.requestId' };

export interface Wanted {
  readonly stage?: string;
  readonly setting?: AccessLogSetting;
  readonly replace?: boolean;
}

export function propertiesOf({ stage = 'a1/prod', setting: wanted = OURS, replace = false }: Wanted) {
  const [RestApiId, StageName] = stage.split('/');
  return {
    ServiceToken: 'arn:aws:lambda:eu-west-1:111122223333:function:attach',
    ServiceTimeout: '360',
    RestApiId,
    StageName,
    DestinationArn: wanted.destinationArn,
    Format: wanted.format,
    ReplaceAccessLog: String(replace),
  };
}

/** An event as CloudFormation sends it, without the place for the answer. */
export function event(RequestType: CustomResourceEvent['RequestType'], wanted: Wanted = {}, old?: Wanted): Omit<CustomResourceEvent, 'ResponseURL'> {
  return {
    RequestType,
    StackId: 'arn:aws:cloudformation:eu-west-1:111122223333:stack/usage/1',
    RequestId: 'request-1',
    LogicalResourceId: 'UsageStageA1',
    ...RequestType !== 'Create' && { PhysicalResourceId: (old ?? wanted).stage ?? 'a1/prod' },
    ResourceProperties: propertiesOf(wanted),
    ...old && { OldResourceProperties: propertiesOf(old) },
  };
}
