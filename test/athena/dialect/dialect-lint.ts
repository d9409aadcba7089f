import { checkStatement } from './queries';
import { parse } from './syntax';
import { SqlType } from './types';

/** What passes in DuckDB, and fails or differs in Athena. */
export interface Finding {
  readonly line: number;
  readonly message: string;
}

/** Columns and their types of the tables and views that a statement can read. */
export type Tables = ReadonlyMap<string, readonly { readonly name: string; readonly type: SqlType }[]>;

/** Finds in a statement what Athena refuses, and what it answers otherwise than DuckDB does. */
export function lintDialect(sql: string, tables: Tables): Finding[] {
  const { tree, errors } = parse(sql);
  if (errors.length > 0) return errors.map(({ line, message }) => ({ line, message: `Athena cannot parse it: ${message}` }));
  const findings: Finding[] = [];
  checkStatement(tree, tables, (node, message) => findings.push({ line: node.line, message }));
  return findings;
}
