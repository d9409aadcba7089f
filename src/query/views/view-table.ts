import { Stack } from 'aws-cdk-lib';
import * as glue from 'aws-cdk-lib/aws-glue';
import { Construct } from 'constructs';
import { prestoView } from './presto-view';
import { View } from './view';

/** A view in the AWS Glue Data Catalog. Athena creates no view when it is asked to read one: the catalog declares it whole. */
export function viewTable(scope: Construct, database: { readonly resource: glue.CfnDatabase; readonly name: string }, view: View): glue.CfnTable {
  const { columns, ...input } = prestoView(view, database.name);
  return new glue.CfnTable(scope, view.name, {
    catalogId: Stack.of(scope).account,
    databaseName: database.resource.ref,
    tableInput: {
      ...input,
      name: view.name,
      // Trino refuses a view without an owner. Athena reads it with the rights of the reader.
      owner: 'hadoop',
      // Athena refuses a view without a SerDe description, though nothing is read by it.
      storageDescriptor: { columns, location: '', serdeInfo: {} },
    },
  });
}
