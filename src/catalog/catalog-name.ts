import { IConstruct } from 'constructs';
import { requireLiteral, usageError } from '../synth/usage-error';

/**
 * Validates a name of a database or a table.
 *
 * @see https://docs.aws.amazon.com/athena/latest/ug/tables-databases-columns-names.html
 */
export function catalogName(scope: IConstruct, prop: string, name: string): string {
  requireLiteral(scope, prop, name);
  if (!/^[a-z0-9_]{1,255}$/.test(name)) {
    throw usageError(scope, `${prop} must be 1 to 255 lower-case letters, digits and underscores, because Athena accepts no others, got '${name}'.`);
  }
  return name;
}
