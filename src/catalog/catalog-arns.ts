import { Stack } from 'aws-cdk-lib';
import * as glue from 'aws-cdk-lib/aws-glue';
import * as iam from 'aws-cdk-lib/aws-iam';
import { IConstruct } from 'constructs';

/**
 * The ARNs that a right on tables must name. Glue checks the catalog and the database as well.
 *
 * @param tableNames names of tables of the database, or `*` for all of them, also those of a later version
 * @see https://docs.aws.amazon.com/glue/latest/dg/glue-specifying-resource-arns.html
 */
export function catalogArns(scope: IConstruct, database: glue.CfnDatabase, ...tableNames: readonly string[]): string[] {
  const arn = (resource: string, resourceName?: string) => Stack.of(scope).formatArn({ service: 'glue', resource, resourceName });
  return [arn('catalog'), arn('database', database.ref), ...tableNames.map((name) => arn('table', `${database.ref}/${name}`))];
}

/** The right to read every table and view of the database, and their partitions. */
export function readTablesStatement(scope: IConstruct, database: glue.CfnDatabase): iam.PolicyStatement {
  return new iam.PolicyStatement({
    actions: ['glue:GetDatabase', 'glue:GetTable', 'glue:GetTables', 'glue:GetPartition', 'glue:GetPartitions', 'glue:BatchGetPartition'],
    resources: catalogArns(scope, database, '*'),
  });
}
