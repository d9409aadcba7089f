import { Duration, Stack } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct, IConstruct } from 'constructs';
import { DIRECTORY_ENVIRONMENT, snapshotObjectKey } from './environment';
import { functionOptions } from '../../functions/function-options';
import { PipelineFunction } from '../../functions/pipeline-function';
import { BoundStorage } from '../../storage/bound-storage';
import { keyStatements, listStatement, readStatement, writeStatement } from '../../storage/bucket-statements';
import { shown } from '../../synth/shown';
import { usageError } from '../../synth/usage-error';
import { DirectoryRules } from '../model';

export interface DirectoryRefreshOptions {
  readonly storage: BoundStorage;
  readonly deliveryStreamName: string;
  readonly interval: Duration;
  readonly logRetention: logs.RetentionDays;
  readonly rules: DirectoryRules;
}

const LONGEST_RUN = Duration.minutes(15);

/** The function that reads API keys, usage plans, stages and APIs, and its schedule. */
export class DirectoryRefresh extends Construct {
  constructor(scope: Construct, id: string, options: DirectoryRefreshOptions) {
    super(scope, id);
    const { storage: { bucket, folders }, deliveryStreamName, interval, logRetention, rules } = options;
    // CloudFormation deletes in reverse order. A run after the bucket was emptied would write to it again.
    this.node.addDependency(bucket);
    const statements = [
      apiGatewayStatement(this),
      readStatement(bucket, folders.directory),
      writeStatement(bucket, folders.directory),
      listStatement(bucket, folders.directory),
      ...keyStatements(bucket, ['kms:Decrypt', 'kms:GenerateDataKey']),
    ];
    const snapshot = new PipelineFunction(this, 'Function', 'directory/refresh/snapshot', {
      ...functionOptions(this, statements, logRetention),
      description: 'Writes the names of API keys, usage plans and REST APIs.',
      memorySize: 512,
      // A run ends before the next one begins, so that two runs never share the calls of the account.
      timeout: interval.toSeconds() < LONGEST_RUN.toSeconds() ? interval : LONGEST_RUN,
      // The next run is the retry.
      retryAttempts: 0,
      environment: DIRECTORY_ENVIRONMENT.toEnvironment({
        bucketName: bucket.bucketName,
        directoryPrefix: folders.directory,
        snapshotKey: snapshotObjectKey(folders.directory),
        deliveryStreamName,
        ...rules,
      }),
    });
    new events.Rule(this, 'Schedule', {
      description: 'Reads the names of API keys, usage plans and REST APIs.',
      schedule: events.Schedule.rate(interval),
      targets: [new targets.LambdaFunction(snapshot, { retryAttempts: 0 })],
    });
  }
}

/** Validates directoryRefreshInterval. */
export function refreshInterval(scope: IConstruct, interval: Duration): Duration {
  const minutes = interval.isUnresolved() ? NaN : interval.toMinutes({ integral: false });
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > 1440) {
    throw usageError(scope, `directoryRefreshInterval must be a whole number of minutes from 1 to 1440, got ${shown(interval)}. Each run reads every usage plan.`);
  }
  return interval;
}

/** API Gateway grants rights by path. The ids of the plans, and of the APIs that they name, are not known in advance. */
function apiGatewayStatement(scope: IConstruct): iam.PolicyStatement {
  const { partition, region } = Stack.of(scope);
  const paths = ['/apikeys', '/usageplans', '/usageplans/*/keys', '/restapis', '/restapis/*/stages'];
  return new iam.PolicyStatement({ actions: ['apigateway:GET'], resources: paths.map((path) => `arn:${partition}:apigateway:${region}::${path}`) });
}
