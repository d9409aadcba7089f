import { DuckDBTimestampValue, DuckDBValue } from '@duckdb/node-api';
import { Value } from './format';
import { QUESTIONS } from './questions';
import { AnswerColumnName, Question } from './questions/question';
import { ColumnName } from '../../src/schema/columns';
import { Database, quoteIdentifier } from '../query/database';

export type AnswerRow = Readonly<Record<AnswerColumnName, Value>>;

export interface Answer {
  readonly question: Question;
  readonly sql: string;
  /** Columns that the question reads and the table does not have: there are no rows then. */
  readonly missing: readonly ColumnName[];
  readonly rows: readonly AnswerRow[];
}

/** What the whole table holds. */
export interface Contents {
  readonly oldest: string;
  readonly newest: string;
  /** Each request once. */
  readonly requests: number;
  /** Rows of the owner's own keys, which the questions leave out. */
  readonly internal: number;
}

/** Asks each question. */
export async function answers(database: Database, table: string, columns: readonly string[]): Promise<Answer[]> {
  const all: Answer[] = [];
  for (const question of QUESTIONS) {
    const sql = question.sql(table);
    const missing = question.reads.filter((name) => !columns.includes(name));
    all.push({ question, sql, missing, rows: missing.length > 0 ? [] : await rowsOf<AnswerRow>(database, sql) });
  }
  return all;
}

/** Undefined where the table is empty. */
export async function contents(database: Database, table: string): Promise<Contents | undefined> {
  const [row] = await rowsOf<Contents>(database, `
    SELECT min(requested_at) AS oldest, max(requested_at) AS newest,
      count(DISTINCT extended_request_id) + count_if(extended_request_id IS NULL) AS requests,
      count_if(internal_key) AS internal
    FROM ${quoteIdentifier(table)}`);
  return row.newest === null ? undefined : row;
}

/** The rows of an answer as objects; an instant is ISO 8601. */
export async function rowsOf<Row>(database: Database, sql: string): Promise<Row[]> {
  const result = await database.run(sql);
  const names = result.deduplicatedColumnNames();
  const rows = await result.getRows();
  return rows.map((row) => Object.fromEntries(row.map((value, index) => [names[index], plain(value)])) as Row);
}

function plain(value: DuckDBValue): Value {
  if (value instanceof DuckDBTimestampValue) return new Date(Number(value.micros / 1000n)).toISOString();
  return typeof value === 'bigint' ? Number(value) : value as Value;
}
