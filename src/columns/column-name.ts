import { IConstruct } from 'constructs';
import { COLUMNS } from '../schema/columns';
import { RESERVED_WORDS } from '../schema/reserved-words';
import { PARTITIONS } from '../storage/partitions';
import { requireLiteral, usageError } from '../synth/usage-error';

const MAX_LENGTH = 128;

/** Requires a column name that is free and that Athena accepts without quotes. */
export function requireColumnName(scope: IConstruct, argument: string, name: string, taken: readonly string[]): void {
  requireLiteral(scope, `The name of ${argument}`, name);
  const refuse = (why: string) => usageError(scope, `The name of ${argument} ${why}, got '${name}'.`);
  if (!/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(name)) throw refuse('must be in snake_case: lower-case letters and digits, separated by single underscores, such as tenant_id');
  if (name.length > MAX_LENGTH) throw refuse(`must have at most ${MAX_LENGTH} characters`);
  if (RESERVED_WORDS.has(name)) throw refuse(`must not be a reserved word of SQL; use ${name}_value, for example`);
  const existing = [...COLUMNS.map((column) => column.name), ...PARTITIONS.map(({ key }) => key)] as string[];
  if (existing.includes(name)) throw refuse(`is already a column of the pipeline; use own_${name}, for example`);
  if (taken.includes(name)) throw refuse('is already used by another entry of extraColumns; choose a different name');
}
