/** What is known of an expression's type, as far as the engines treat types differently. */
export type SqlType = 'varchar' | 'boolean' | 'integer' | 'decimal' | 'double' | 'timestamp' | 'timestamp with time zone' | 'date' | 'interval' | 'unknown';

const NAMES: readonly (readonly [type: SqlType, ...names: string[]])[] = [
  ['varchar', 'string', 'varchar', 'char'],
  ['integer', 'tinyint', 'smallint', 'int', 'integer', 'bigint'],
  ['double', 'double', 'float', 'real'],
  ['decimal', 'decimal'],
  ['boolean', 'boolean'],
  ['date', 'date'],
  ['timestamp', 'timestamp'],
];

/** The type of this name in Trino or AWS Glue. */
export function typeNamed(name: string): SqlType {
  const text = name.toLowerCase();
  if (/^timestamp.*withtimezone$/.test(text.replace(/\s/g, ''))) return 'timestamp with time zone';
  const [word] = text.split('(');
  return NAMES.find(([, ...names]) => names.includes(word))?.[0] ?? 'unknown';
}

const FAMILIES: readonly (readonly SqlType[])[] = [['integer', 'decimal', 'double'], ['timestamp', 'timestamp with time zone', 'date']];

/** Whether Athena compares the two as they are; of an unknown type that is assumed. */
export function comparableTypes(a: SqlType, b: SqlType): boolean {
  return a === b || a === 'unknown' || b === 'unknown' || FAMILIES.some((family) => family.includes(a) && family.includes(b));
}

/** The type of `a + b` and the like. */
export function sumType(a: SqlType, b: SqlType): SqlType {
  if (a === 'interval') return b;
  if (b === 'interval') return a;
  if (a === 'double' || b === 'double') return 'double';
  if (a === 'decimal' || b === 'decimal') return 'decimal';
  return a === b ? a : 'unknown';
}
