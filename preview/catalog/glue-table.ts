import { InputError } from '../input-error';
import { duckdbType } from './glue-types';
import { Resource } from '../template/resource';

export interface Column {
  readonly name: string;
  readonly type: string;
}

/** A Glue table over objects in S3, as its template declares it. */
export interface GlueTable {
  readonly database: string;
  readonly name: string;
  readonly bucket: string;
  /** Where its objects lie in the bucket; ends in a slash. */
  readonly prefix: string;
  readonly columns: readonly Column[];
  readonly partitionKeys: readonly string[];
  readonly parquet: boolean;
  readonly parameters: Readonly<Record<string, string>>;
}

export const GLUE_TABLE = 'AWS::Glue::Table';

/** The table; undefined if it is a view, or lies elsewhere than in S3. */
export function glueTable(resource: Resource): GlueTable | undefined {
  const input = resource.property<any>('TableInput');
  const storage = input?.StorageDescriptor;
  const location = /^s3:\/\/([^/]+)\/?(.*)$/.exec(storage?.Location ?? '');
  if (!location) return undefined;
  const partitionKeys: Column[] = (input.PartitionKeys ?? []).map(column);
  for (const { name, type } of partitionKeys) {
    if (type !== 'string') throw new InputError(`partition key ${name} of the Glue table ${input.Name} is of type ${type}; the preview reads partition keys of type string.`);
  }
  const columns: Column[] = (storage.Columns ?? []).map(column);
  columns.forEach(({ type }) => duckdbType(type));
  return {
    database: String(resource.property('DatabaseName')),
    name: resource.physicalId,
    bucket: location[1],
    prefix: location[2] === '' || location[2].endsWith('/') ? location[2] : `${location[2]}/`,
    columns,
    partitionKeys: partitionKeys.map(({ name }) => name),
    parquet: /parquet/i.test(storage.SerdeInfo?.SerializationLibrary ?? ''),
    parameters: input.Parameters ?? {},
  };
}

function column({ Name, Type }: { readonly Name: string; readonly Type: string }): Column {
  return { name: Name, type: Type };
}
