import { InputError } from '../input-error';
import { duckdbType } from './glue-types';
import { quoteIdentifier } from '../query/database';
import { isObjectPath } from '../storage/object-store';
import { Resource } from '../template/resource';

export interface Column {
  readonly name: string;
  readonly type: string;
}

/** A Glue table over objects in S3, as declared in a template. */
export interface GlueTable {
  readonly database: string;
  readonly name: string;
  readonly bucket: string;
  /** The prefix of its objects in the bucket. It ends with a slash. */
  readonly prefix: string;
  readonly columns: readonly Column[];
  readonly partitionKeys: readonly string[];
  readonly parquet: boolean;
  readonly parameters: Readonly<Record<string, string>>;
  /** All that the template says of it. */
  readonly input: object;
}

export const GLUE_TABLE = 'AWS::Glue::Table';

/** The table; undefined if it is a view or its data is not in S3. */
export function glueTable(resource: Resource): GlueTable | undefined {
  const input = resource.property<any>('TableInput');
  const storage = input?.StorageDescriptor;
  const location = /^s3:\/\/([^/]+)\/?(.*)$/.exec(storage?.Location ?? '');
  if (!location) return undefined;
  const table = `Glue table ${resource.logicalId}`;
  if (!isObjectPath(location[1], location[2])) throw new InputError(`the ${table} has the Location ${JSON.stringify(storage.Location)}. The preview stores objects as files, so no part of a location may be . or ..`);
  const partitionKeys: Column[] = (input.PartitionKeys ?? []).map(column);
  const columns: Column[] = (storage.Columns ?? []).map(column);
  for (const key of partitionKeys) {
    checkedName(`a partition key of the ${table}`, key.name);
    if (key.type !== 'string') throw new InputError(`partition key ${key.name} of the ${table} has the type ${key.type}. The preview only supports partition keys of type string.`);
  }
  for (const each of columns) {
    checkedName(`a column of the ${table}`, each.name);
    duckdbType(each.type);
  }
  return {
    database: checkedName(`the database of the ${table}`, resource.property('DatabaseName')),
    name: checkedName(`the ${table}`, resource.physicalId),
    bucket: location[1],
    prefix: location[2] === '' || location[2].endsWith('/') ? location[2] : `${location[2]}/`,
    columns,
    partitionKeys: partitionKeys.map(({ name }) => name),
    parquet: /parquet/i.test(storage.SerdeInfo?.SerializationLibrary ?? ''),
    parameters: input.Parameters ?? {},
    input,
  };
}

/** The name of the table in SQL. */
export function qualifiedName({ database, name }: Pick<GlueTable, 'database' | 'name'>): string {
  return `${quoteIdentifier(database)}.${quoteIdentifier(name)}`;
}

function column({ Name, Type }: { readonly Name: string; readonly Type: string }): Column {
  return { name: Name, type: Type };
}

/** Glue allows almost any character in a name, even quotes, but no control characters. */
function checkedName(owner: string, name: unknown): string {
  if (typeof name === 'string' && name.length <= 255 && /^[\t\u0020-\uffff]+$/.test(name)) return name;
  throw new InputError(`AWS would refuse the name of ${owner}: it must have 1 to 255 characters and no line breaks or other control characters, but is ${JSON.stringify(name)}.`);
}
