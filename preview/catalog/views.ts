import { GlueTable } from './glue-table';
import { duckdbType } from './glue-types';
import { isPartition, partitionFolder } from './partitions';
import { Database, quoteIdentifier, quoteText } from '../query/database';
import { ObjectStore } from '../storage/object-store';

/** Longer than any object's line; DuckDB's own limit would stop at one of 16 MiB. */
const MAX_LINE_BYTES = 64 * 1024 * 1024;

/** Makes a table queryable: a view over those of its objects that Athena would find. */
export async function createView(database: Database, store: ObjectStore, table: GlueTable): Promise<void> {
  const columns = table.columns.map(({ name, type }) => ({ name, type: duckdbType(type) }));
  const partitions = table.partitionKeys.map((name) => ({ name, type: 'VARCHAR' }));
  const files = filesOf(store, table);
  const select = [...columns, ...partitions]
    .map(({ name, type }) => `CAST(${files.length > 0 ? quoteIdentifier(name) : 'NULL'} AS ${type}) AS ${quoteIdentifier(name)}`);
  const source = files.length > 0 ? `FROM ${reader(table, files, columns)}` : 'WHERE false';
  await database.execute(`
    CREATE OR REPLACE VIEW ${quoteIdentifier(table.database)}.${quoteIdentifier(table.name)} AS SELECT ${select.join(', ')} ${source}`);
}

/** Patterns of the files; Athena passes over names that begin with a dot or an underscore. */
function filesOf(store: ObjectStore, table: GlueTable): string[] {
  const keys = store.list(table.bucket, table.prefix).filter((key) => !/\/[._][^/]*$/.test(`/${key}`));
  if (table.partitionKeys.length === 0) return keys.map((key) => escapeGlob(store.path(table.bucket, key)));
  const folders = new Set(keys.map((key) => partitionFolder(table, key)).filter((folder) => isPartition(table, folder)));
  return [...folders].map((folder) => `${escapeGlob(store.path(table.bucket, table.prefix + folder))}[!._]*`);
}

function reader(table: GlueTable, files: readonly string[], columns: readonly { readonly name: string; readonly type: string }[]): string {
  const list = `[${files.map(quoteText).join(', ')}]`;
  const hive = `hive_partitioning = ${table.partitionKeys.length > 0}, hive_types_autocast = false`;
  // By name, as Athena does: files of other deployments may have other columns, and lack some of the table's.
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
