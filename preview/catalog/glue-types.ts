import { InputError } from '../input-error';

const DUCKDB_TYPES: Readonly<Record<string, string>> = {
  string: 'VARCHAR',
  bigint: 'BIGINT',
  int: 'INTEGER',
  double: 'DOUBLE',
  boolean: 'BOOLEAN',
  timestamp: 'TIMESTAMP',
  date: 'DATE',
};

/** DuckDB's name for a column type of Glue. */
export function duckdbType(glueType: string): string {
  if (!Object.hasOwn(DUCKDB_TYPES, glueType)) {
    throw new InputError(`Glue column type ${glueType} is none that the preview reads: it knows ${Object.keys(DUCKDB_TYPES).join(', ')}.`);
  }
  return DUCKDB_TYPES[glueType];
}
