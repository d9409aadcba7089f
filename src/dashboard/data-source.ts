import { Stack } from 'aws-cdk-lib';
import * as athena from 'aws-cdk-lib/aws-athena';
import * as glue from 'aws-cdk-lib/aws-glue';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as quicksight from 'aws-cdk-lib/aws-quicksight';
import { Construct, IDependable } from 'constructs';
import { People, permissions } from './permissions';
import { readTablesStatement } from '../catalog/catalog-arns';
import { folderOf } from '../directory/tables/table';
import { DIRECTORY_TABLES } from '../directory/tables/tables';
import { BoundStorage } from '../storage/bound-storage';
import { keyStatements, listStatement, readStatement, resultsStatement } from '../storage/bucket-statements';

/** The catalog of AWS Glue, by Athena's name for it. */
const CATALOG = 'AwsDataCatalog';

export interface DataSourceOptions {
  readonly storage: BoundStorage;
  readonly database: glue.CfnDatabase;
  readonly workgroup: athena.CfnWorkGroup;
  readonly id: string;
  readonly name: string;
  readonly people: People;
  /** What must exist before a statement can run. */
  readonly after: readonly IDependable[];
}

/** The connection of QuickSight to Athena, with a role of its own: the account's role needs no access to the bucket. */
export function createDataSource(scope: Construct, options: DataSourceOptions): quicksight.CfnDataSource {
  const { workgroup, people, after } = options;
  const role = new iam.Role(scope, 'Role', {
    description: `Amazon QuickSight reads the usage of an API, of the stack ${Stack.of(scope).stackName}.`,
    // No condition on the source: QuickSight documents none, and one on a key that it does not send would refuse it.
    assumedBy: new iam.ServicePrincipal('quicksight.amazonaws.com'),
  });
  const policy = new iam.Policy(scope, 'Policy', { roles: [role], statements: statements(scope, options) });
  const source = new quicksight.CfnDataSource(scope, 'DataSource', {
    awsAccountId: Stack.of(scope).account,
    dataSourceId: options.id,
    name: options.name,
    type: 'ATHENA',
    dataSourceParameters: { athenaParameters: { workGroup: workgroup.ref, roleArn: role.roleArn } },
    permissions: permissions('dataSource', people),
  });
  // QuickSight tests the connection when the data source is made, and reads the views as soon as there are data sets.
  source.node.addDependency(policy, workgroup, ...after);
  return source;
}

/** Reading the tables and their files, and running queries in the workgroup. Failed records and the snapshot are not included. */
function statements(scope: Construct, { storage: { bucket, folders }, database, workgroup }: DataSourceOptions): iam.PolicyStatement[] {
  const arn = (resource: string, resourceName: string) => Stack.of(scope).formatArn({ service: 'athena', resource, resourceName });
  const readable = [...folders.declaredLogs, ...DIRECTORY_TABLES.map((table) => folders.directory + folderOf(table))];
  return [
    new iam.PolicyStatement({
      actions: [
        'athena:StartQueryExecution', 'athena:StopQueryExecution', 'athena:GetQueryExecution', 'athena:BatchGetQueryExecution',
        'athena:ListQueryExecutions', 'athena:GetQueryResults', 'athena:GetQueryResultsStream', 'athena:GetWorkGroup',
      ],
      resources: [arn('workgroup', workgroup.ref)],
    }),
    new iam.PolicyStatement({
      actions: ['athena:GetDataCatalog', 'athena:GetDatabase', 'athena:ListDatabases', 'athena:GetTableMetadata', 'athena:ListTableMetadata'],
      resources: [arn('datacatalog', CATALOG)],
    }),
    readTablesStatement(scope, database),
    ...readable.map((folder) => readStatement(bucket, folder)),
    ...[...readable, folders.results].map((folder) => listStatement(bucket, folder)),
    resultsStatement(bucket, folders.results),
    new iam.PolicyStatement({ actions: ['s3:GetBucketLocation'], resources: [bucket.bucketArn] }),
    ...keyStatements(bucket, ['kms:Decrypt', 'kms:GenerateDataKey']),
  ];
}
