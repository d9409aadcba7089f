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

/** The type in DuckDB of a Glue column. */
export function duckdbType(glueType: string): string {
  if (!Object.hasOwn(DUCKDB_TYPES, glueType)) {
    throw new InputError(`the preview cannot read Glue columns of type ${glueType}, only ${Object.keys(DUCKDB_TYPES).join(', ')}.`);
  }
  return DUCKDB_TYPES[glueType];
}
