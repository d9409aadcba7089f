/// <reference lib="dom" />
import { AnswerTable } from './answer-table';
import { Value } from '../query-rows';

/** Spreadsheets treat a text with such a beginning as a formula, and callers choose some of the texts. */
const FORMULA = /^[=+\-@\t\r]/;

/** An answer as CSV by RFC 4180, with the names of the statement's columns. */
export function csvOf({ columns, rows }: AnswerTable): string {
  const lines = [columns.map(({ name }) => name), ...rows.map((row) => row.map(({ value }) => value))];
  return lines.map((line) => `${line.map(field).join(',')}\r\n`).join('');
}

function field(value: Value): string {
  if (value === null) return '';
  const text = typeof value === 'string' && FORMULA.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) || text === '' ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Lets the reader download a text as a file. */
export function save(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
