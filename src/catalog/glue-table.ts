import { Stack } from 'aws-cdk-lib';
import * as glue from 'aws-cdk-lib/aws-glue';
import { Construct } from 'constructs';
import { Kind, KINDS } from '../schema/kinds';
import { FileFormat } from '../storage/formats';

/** The properties of a table of the catalog. */
export interface GlueTableOptions {
  readonly database: glue.CfnDatabase;
  readonly name: string;
  readonly comment: string;
  readonly columns: readonly { readonly name: string; readonly kind: Kind; readonly comment: string }[];
  readonly location: string;
  readonly files: FileFormat;
  readonly partitionKeys?: glue.CfnTable.ColumnProperty[];
  readonly parameters?: Record<string, string>;
}

/** A table over files in S3, declared completely, so that no crawler has to infer anything. */
export function glueTable(scope: Construct, id: string, options: GlueTableOptions): glue.CfnTable {
  const { files } = options;
  return new glue.CfnTable(scope, id, {
    catalogId: Stack.of(scope).account,
    databaseName: options.database.ref,
    tableInput: {
      name: options.name,
      description: options.comment,
      tableType: 'EXTERNAL_TABLE',
      parameters: { EXTERNAL: 'TRUE', classification: files.classification, ...options.parameters },
      partitionKeys: options.partitionKeys,
      storageDescriptor: {
        columns: options.columns.map(({ name, kind, comment }) => ({ name, type: KINDS[kind].glueType, comment })),
        location: options.location,
        inputFormat: files.inputFormat,
        outputFormat: files.outputFormat,
        serdeInfo: { serializationLibrary: files.serde, parameters: files.serdeParameters },
      },
    },
  });
}
