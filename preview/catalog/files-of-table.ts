import { GlueTable } from './glue-table';
import { duckdbType } from './glue-types';
import { isPartition, partitionFolder } from './partitions';
import { quoteIdentifier, quoteText } from '../query/database';
import { ObjectStore } from '../storage/object-store';

/** Longer than any line of an object. DuckDB's default limit is 16 MiB. */
const MAX_LINE_BYTES = 64 * 1024 * 1024;

/** Whether a query of the table reads an object. Athena ignores files whose names begin with a dot or an underscore. */
function isRead(table: GlueTable, key: string): boolean {
  if (/\/[._][^/]*$/.test(`/${key}`)) return false;
  return table.partitionKeys.length === 0 || isPartition(table, partitionFolder(table, key));
}

/** The keys of the objects that a query of the table reads. */
export function keysRead(store: ObjectStore, table: GlueTable): string[] {
  return store.list(table.bucket, table.prefix).filter((key) => isRead(table, key));
}

/** The table's columns and partition keys, with DuckDB's types. */
export function columnsOf({ columns, partitionKeys }: GlueTable): { readonly name: string; readonly type: string }[] {
  return [...columns.map(({ name, type }) => ({ name, type: duckdbType(type) })), ...partitionKeys.map((name) => ({ name, type: 'VARCHAR' }))];
}

/** A query that returns the rows of objects, with the columns and types of the table. */
export function selectFromFiles(store: ObjectStore, table: GlueTable, keys: readonly string[]): string {
  const select = columnsOf(table)
    .map(({ name, type }) => `CAST(${keys.length > 0 ? quoteIdentifier(name) : 'NULL'} AS ${type}) AS ${quoteIdentifier(name)}`);
  const source = keys.length > 0 ? `FROM ${reader(table, keys.map((key) => escapeGlob(store.path(table.bucket, key))))}` : 'WHERE false';
  return `SELECT ${select.join(', ')} ${source}`;
}

function reader(table: GlueTable, files: readonly string[]): string {
  const list = `[${files.map(quoteText).join(', ')}]`;
  const hive = `hive_partitioning = ${table.partitionKeys.length > 0}, hive_types_autocast = false`;
  const columns = columnsOf({ ...table, partitionKeys: [] });
  // As in Athena, columns are matched by name, because files of another deployment may have other columns.
  if (table.parquet) {
    const declared = columns.map(({ name, type }) => `CAST(NULL AS ${type}) AS ${quoteIdentifier(name)}`);
    return `(SELECT * FROM read_parquet(${list}, union_by_name = true, ${hive}) UNION ALL BY NAME SELECT ${declared.join(', ')} WHERE false)`;
  }
  const types = columns.map(({ name, type }) => `${quoteText(name)}: ${quoteText(type)}`).join(', ');
  return `read_json(${list}, columns = {${types}}, format = 'newline_delimited', maximum_object_size = ${MAX_LINE_BYTES}, ${hive})`;
}

function escapeGlob(path: string): string {
  return path.replace(/[[\]*?]/g, (character) => `[${character}]`);
}
