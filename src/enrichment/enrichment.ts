import { Duration } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { createAddressKey } from './address-key';
import { ENRICHMENT_ENVIRONMENT, EnrichmentConfiguration } from './environment';
import { functionOptions } from '../functions/function-options';
import { PipelineFunction } from '../functions/pipeline-function';
import { Column } from '../schema/column';
import { BoundStorage } from '../storage/bound-storage';
import { keyStatements, listStatement, readStatement } from '../storage/bucket-statements';

export interface EnrichmentOptions extends Omit<EnrichmentConfiguration, 'bucketName' | 'addressKeyArn'> {
  readonly storage: BoundStorage;
  readonly logRetention: logs.RetentionDays;
}

/** The function that turns log records into rows. It reads only the snapshot and the key for addresses, and nothing in API Gateway. */
export class Enrichment extends Construct {
  public readonly handler: lambda.Function;

  constructor(scope: Construct, id: string, options: EnrichmentOptions) {
    super(scope, id);
    const { storage: { bucket }, logRetention, ...configuration } = options;
    const addressKey = options.callerAddress === 'hashed' ? createAddressKey(this) : undefined;
    const statements = [
      readStatement(bucket, options.snapshotKey),
      listStatement(bucket, options.snapshotKey),
      ...keyStatements(bucket, ['kms:Decrypt']),
      ...addressKey ? [new iam.PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [addressKey.secretArn] })] : [],
    ];
    this.handler = new PipelineFunction(this, 'Function', 'enrichment/enrich', {
      ...functionOptions(this, statements, logRetention),
      description: 'Adds usage plan, API key and customer to API Gateway access log records.',
      memorySize: 512,
      timeout: Duration.minutes(1),
      environment: ENRICHMENT_ENVIRONMENT.toEnvironment({
        ...configuration,
        bucketName: bucket.bucketName,
        addressKeyArn: addressKey?.secretArn ?? '',
        columns: { ...configuration.columns, extra: configuration.columns.extra.map(withoutComment) },
      }),
    });
  }
}

/** The environment of a function has at most 4 kB, and only Glue needs the comments. */
function withoutComment(column: Column): Column {
  return { ...column, comment: '' };
}
