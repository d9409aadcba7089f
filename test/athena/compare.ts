import { Json } from '@duckdb/node-api';
import { TrinoColumn, TrinoValue } from './trino/client';

/** A value as both engines would write it, by its type in Trino. */
export function comparable(type: string, value: TrinoValue | Json): string | number | boolean | null | readonly unknown[] {
  if (value === null) return null;
  const array = /^array\((.*)\)$/.exec(type);
  if (array) return (value as readonly TrinoValue[]).map((item) => comparable(array[1], item));
  const [name] = type.split('(');
  if (!Object.hasOwn(WRITTEN, name)) throw new Error(`Values of type ${type} are not compared.`);
  return WRITTEN[name](String(value));
}

const same = (text: string) => text;

const WRITTEN: Readonly<Record<string, (text: string) => string | number | boolean>> = {
  varchar: same,
  date: same,
  boolean: (text) => text === 'true',
  integer: same,
  bigint: same,
  decimal: (text) => (text.includes('.') ? text.replace(/\.?0+$/, '') : text),
  double: Number,
  timestamp,
};

/** With milliseconds, which DuckDB leaves away where there are none, and without the time zone, which is UTC in both. */
function timestamp(text: string): string {
  const [, seconds, fraction = ''] = /^(\S+ [\d:]+)(?:\.(\d+))?(?: UTC|\+00)?$/.exec(text)!;
  return `${seconds}.${fraction.padEnd(3, '0')}`;
}

/** The rows of an answer, each an object from column to comparable value. */
export function comparableRows(columns: readonly TrinoColumn[], rows: readonly (readonly (TrinoValue | Json)[])[]): Record<string, unknown>[] {
  return rows.map((row) => Object.fromEntries(columns.map(({ name, type }, index) => [name, comparable(type, row[index])])));
}
