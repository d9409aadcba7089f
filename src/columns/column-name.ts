import { IConstruct } from 'constructs';
import { COLUMNS } from '../schema/columns';
import { RESERVED_WORDS } from '../schema/reserved-words';
import { PARTITIONS } from '../storage/partitions';
import { requireLiteral, usageError } from '../synth/usage-error';

const MAX_LENGTH = 128;

/** A name for a column that is free and that Athena takes without quotes. */
export function requireColumnName(scope: IConstruct, argument: string, name: string, taken: readonly string[]): void {
  requireLiteral(scope, `The name of ${argument}`, name);
  const refuse = (why: string) => usageError(scope, `The name of ${argument} ${why}, got '${name}'.`);
  if (!/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(name)) throw refuse('must be in snake_case: lower-case letters and digits with single underscores between, such as tenant_id');
  if (name.length > MAX_LENGTH) throw refuse(`must have at most ${MAX_LENGTH} characters`);
  if (RESERVED_WORDS.has(name)) throw refuse(`must not be a reserved word of SQL; call it ${name}_value, for example`);
  const ours = [...COLUMNS.map((column) => column.name), ...PARTITIONS.map(({ key }) => key)] as string[];
  if (ours.includes(name)) throw refuse(`is taken by a column of the pipeline; call it own_${name}, for example`);
  if (taken.includes(name)) throw refuse('is taken by another of extraColumns; each needs a name of its own');
}
