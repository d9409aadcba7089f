import { Stack } from 'aws-cdk-lib';
import * as glue from 'aws-cdk-lib/aws-glue';
import { IConstruct } from 'constructs';

/**
 * The ARNs that a right on tables must name. Glue checks the catalog and the database as well.
 *
 * @param tables some tables of the database, or `*` for all of them, also those of a later version
 * @see https://docs.aws.amazon.com/glue/latest/dg/glue-specifying-resource-arns.html
 */
export function catalogArns(scope: IConstruct, database: glue.CfnDatabase, tables: readonly glue.CfnTable[] | '*'): string[] {
  const arn = (resource: string, resourceName?: string) => Stack.of(scope).formatArn({ service: 'glue', resource, resourceName });
  const names = tables === '*' ? [tables] : tables.map(({ ref }) => ref);
  return [arn('catalog'), arn('database', database.ref), ...names.map((name) => arn('table', `${database.ref}/${name}`))];
}
