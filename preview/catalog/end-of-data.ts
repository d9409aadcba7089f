import { GlueTable, qualifiedName } from './glue-table';
import { Database } from '../query/database';

/** The column with the time of a request. */
const TIME = 'requested_at';

/** A millisecond after the newest request in the tables; undefined if they have no requests. */
export async function endOfData(database: Database, tables: readonly GlueTable[]): Promise<Date | undefined> {
  const timed = tables.filter(({ columns }) => columns.some(({ name, type }) => name === TIME && type === 'timestamp'));
  if (timed.length === 0) return undefined;
  const times = timed.map((table) => `SELECT max(${TIME}) AS newest FROM ${qualifiedName(table)}`);
  const newest = await database.number(`SELECT epoch_ms(max(newest)) FROM (${times.join(' UNION ALL ')})`);
  return newest === 0 ? undefined : new Date(newest + 1);
}
