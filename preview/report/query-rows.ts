import { DuckDBDateValue, DuckDBDecimalValue, DuckDBTimestampMillisecondsValue, DuckDBTimestampTZValue, DuckDBTimestampValue, DuckDBValue } from '@duckdb/node-api';
import { Database } from '../query/database';

/** A value that JSON can hold. An instant is text in ISO 8601. */
export type Value = string | number | boolean | null;

/** The rows of an answer. */
export async function queryRows(database: Database, sql: string): Promise<Value[][]> {
  const rows = await (await database.run(sql)).getRows();
  return rows.map((row) => row.map(plain));
}

/** The columns of an answer. For many rows, they need less memory than `queryRows`. */
export async function queryColumns(database: Database, sql: string): Promise<Value[][]> {
  const columns = await (await database.run(sql)).getColumns();
  return columns.map((column) => column.map(plain));
}

function plain(value: DuckDBValue): Value {
  if (value === null || typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number') return value;
  if (value instanceof DuckDBTimestampValue || value instanceof DuckDBTimestampTZValue) return instant(Number(value.micros / 1000n));
  if (value instanceof DuckDBTimestampMillisecondsValue) return instant(Number(value.millis));
  if (value instanceof DuckDBDateValue) return instant(value.days * 86_400_000);
  if (value instanceof DuckDBDecimalValue) return value.toDouble();
  return typeof value === 'bigint' ? Number(value) : String(value);
}

function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
