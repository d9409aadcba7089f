import { Stack } from 'aws-cdk-lib';
import * as glue from 'aws-cdk-lib/aws-glue';
import { IConstruct } from 'constructs';

/**
 * The ARNs that a right on tables must name: Glue asks for the catalog and the database as well.
 * @see https://docs.aws.amazon.com/glue/latest/dg/glue-specifying-resource-arns.html
 */
export function catalogArns(scope: IConstruct, database: glue.CfnDatabase, tables: readonly glue.CfnTable[]): string[] {
  const arn = (resource: string, resourceName?: string) => Stack.of(scope).formatArn({ service: 'glue', resource, resourceName });
  return [arn('catalog'), arn('database', database.ref), ...tables.map((table) => arn('table', `${database.ref}/${table.ref}`))];
}
