import { IConstruct } from 'constructs';
import { Check, Checks, Fault, members } from './checks';
import { shown } from './shown';
import { usageError } from './usage-error';

/** Requires the type of one value. */
export function requireType(scope: IConstruct, name: string, check: Check, value: unknown): void {
  const fault = check(value, name);
  if (fault) throw usageError(scope, `${sentence(fault)}.`);
}

/** Requires the type of each prop of a construct. */
export function requireProps<Props>(scope: IConstruct, checks: Checks<Props>, props: unknown): void {
  const fault = members('an object', checks)(props, '');
  if (fault) throw usageError(scope, `${sentence(fault, fault.name || 'props')}.`);
}

/** Requires the type of each option of a method or a factory. */
export function requireOptions<Options>(scope: IConstruct, of: string, checks: Checks<Options>, options: unknown): void {
  const fault = wrongOption(of, checks, options);
  if (fault !== undefined) throw usageError(scope, `${fault}.`);
}

/** Says which option has the wrong type, without a full stop; undefined if none has. For factories, which have no scope. */
export function wrongOption<Options>(of: string, checks: Checks<Options>, options: unknown): string | undefined {
  const fault = members('an object', checks)(options, '');
  return fault && sentence(fault, `${fault.name || 'The options'} of ${of}`);
}

function sentence({ name, expected, value }: Fault, subject = name): string {
  return `${subject} must be ${expected}, got ${shown(value)}`;
}
