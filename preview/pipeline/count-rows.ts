import { GlueTable, qualifiedName } from '../catalog/glue-table';
import { isPartition, partitionFolder } from '../catalog/partitions';
import { DeliveredObject } from '../delivery/s3-destination';
import { Database } from '../query/database';

/** The number of rows in a table, and sentences about delivered requests that are not in it. */
export async function countRows(
  database: Database,
  table: GlueTable,
  objects: readonly DeliveredObject[],
  earlierRows: number,
): Promise<{ readonly rows: number; readonly problems: readonly string[] }> {
  const name = `${table.database}.${table.name}`;
  const unlisted = objects.filter(({ key }) => !isPartition(table, partitionFolder(table, key)));
  const problems = unlisted.map(({ key, lines }) => `lines ${summarize(lines)} were delivered to ${key}, which is outside the partitions of ${name}`);
  const expected = earlierRows + requestsIn(objects) - requestsIn(unlisted);
  try {
    const rows = await database.number(`SELECT count(*) FROM ${qualifiedName(table)}`);
    if (rows !== expected) problems.push(`${name} has ${rows} rows, but ${expected} requests were delivered`);
    return { rows, problems };
  } catch (error) {
    return { rows: 0, problems: [...problems, `${name} cannot be read: ${(error as Error).message}`] };
  }
}

export function requestsIn(objects: readonly DeliveredObject[]): number {
  return objects.reduce((sum, { lines }) => sum + lines.length, 0);
}

function summarize(lines: readonly number[]): string {
  return lines.length > 5 ? `${lines.slice(0, 5).join(', ')} and ${lines.length - 5} more` : lines.join(', ');
}
