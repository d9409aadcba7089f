import { columnsOf, keysRead, selectFromFiles } from './files-of-table';
import { GlueTable, qualifiedName } from './glue-table';
import { Database, quoteIdentifier } from '../query/database';
import { ObjectStore } from '../storage/object-store';

/** Files that one statement reads. Each open file needs memory. */
const FILES_AT_ONCE = 100;

/**
 * Loads a Glue table into a table of DuckDB, so that each file is read only once. If a file cannot be read, a view over the files
 * takes the place of the table: as in Athena, only queries that read that file fail.
 */
export async function loadTable(database: Database, store: ObjectStore, table: GlueTable): Promise<void> {
  const name = qualifiedName(table);
  const columns = columnsOf(table).map((column) => `${quoteIdentifier(column.name)} ${column.type}`);
  const keys = keysRead(store, table);
  await database.execute(`CREATE TABLE ${name} (${columns.join(', ')})`);
  try {
    for (let start = 0; start < keys.length; start += FILES_AT_ONCE) {
      await database.execute(`INSERT INTO ${name} ${selectFromFiles(store, table, keys.slice(start, start + FILES_AT_ONCE))}`);
    }
  } catch {
    await database.execute(`DROP TABLE ${name}; CREATE VIEW ${name} AS ${selectFromFiles(store, table, keys)}`);
  }
}
