import { CustomResource, Duration } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as glue from 'aws-cdk-lib/aws-glue';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { REGISTRATION_ENVIRONMENT } from './environment';
import { functionOptions } from '../../functions/function-options';
import { PipelineFunction } from '../../functions/pipeline-function';
import { Column } from '../../schema/column';
import { KINDS } from '../../schema/kinds';
import { FormatName } from '../../storage/formats';
import { catalogArns } from '../catalog-arns';

export interface PartitionRegistrationOptions {
  readonly database: glue.CfnDatabase;
  readonly table: glue.CfnTable;
  readonly previousTable?: glue.CfnTable;
  /** The names that the table of a previous format can have, whether one is declared or not. */
  readonly previousTableNames: readonly string[];
  readonly location: string;
  readonly format: FormatName;
  readonly columns: readonly Column[];
  readonly expireAfter?: Duration;
  readonly deliveryStreamName: string;
  readonly logRetention: logs.RetentionDays;
}

const FUNCTION_TIME = Duration.minutes(5);

/** A function that is killed sends no response: CloudFormation waits a little longer than it can live, and not for an hour. */
const SERVICE_TIMEOUT = FUNCTION_TIME.plus(Duration.minutes(1));

/**
 * The function that registers partitions before their hours begin. CloudFormation calls it when the table changes, and
 * EventBridge every hour.
 */
export class PartitionRegistration extends Construct {
  constructor(scope: Construct, id: string, options: PartitionRegistrationOptions) {
    super(scope, id);
    const { database, table, previousTable } = options;
    const handler = new PipelineFunction(this, 'Function', 'catalog/registration/register', {
      ...functionOptions(this, [partitionStatement(this, options)], options.logRetention),
      description: 'Registers the partitions of the coming hours in the table of requests.',
      memorySize: 256,
      timeout: FUNCTION_TIME,
      // The next run is the retry.
      retryAttempts: 0,
      environment: REGISTRATION_ENVIRONMENT.toEnvironment({
        deliveryStreamName: options.deliveryStreamName,
        databaseName: database.ref,
        tableName: table.ref,
        location: options.location,
        previousTableName: previousTable?.ref ?? '',
        expireAfterDays: options.expireAfter?.toDays() ?? 0,
      }),
    });
    new events.Rule(this, 'Schedule', {
      description: 'Registers the partitions of the coming hours.',
      schedule: events.Schedule.rate(Duration.hours(1)),
      targets: [new targets.LambdaFunction(handler, { retryAttempts: 0 })],
    });
    new CustomResource(this, 'Resource', {
      resourceType: 'Custom::GluePartitions',
      serviceToken: handler.functionArn,
      serviceTimeout: SERVICE_TIMEOUT,
      // The function reads the table itself. CloudFormation calls it when one of these changes.
      properties: {
        DatabaseName: database.ref,
        TableName: table.ref,
        PreviousTableName: previousTable?.ref,
        Location: options.location,
        Format: options.format,
        Columns: options.columns.map(({ name, kind }) => `${name} ${KINDS[kind].glueType}`).join(', '),
      },
    });
  }
}

/**
 * The rights do not depend on whether a previous format is declared: the role does not change with the format, and a change
 * of rights is not in effect everywhere at once.
 */
function partitionStatement(scope: Construct, { database, table, previousTableNames }: PartitionRegistrationOptions): iam.PolicyStatement {
  return new iam.PolicyStatement({
    actions: ['glue:GetTable', 'glue:GetPartitions', 'glue:BatchCreatePartition', 'glue:BatchUpdatePartition', 'glue:BatchDeletePartition'],
    resources: catalogArns(scope, database, table.ref, ...previousTableNames),
  });
}
