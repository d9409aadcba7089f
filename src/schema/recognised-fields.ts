import { COLUMNS } from './columns';
import { inLogOrder } from './log-schema';

const DEFAULTS: ReadonlySet<string> = new Set(COLUMNS.map(({ name }) => name));
const LOGGED = inLogOrder(COLUMNS);
const TRUSTED = LOGGED.filter(({ fromCaller }) => !fromCaller);
const TRUSTED_POSITIONS = new Map(TRUSTED.map(({ name }, position) => [name, position]));
const ESSENTIAL = TRUSTED.filter(({ essential }) => essential).map(({ name }) => name);

/** It is essential, so every format has it. */
const FIRST_FROM_CALLER = LOGGED[TRUSTED.length].name;

/**
 * Where the fields that callers influence begin, if some set of columns of this library has a format with these fields.
 * Otherwise it is undefined. Only the fields before that place count, because callers can forge names after it.
 *
 * Every set of columns logs the essential columns that callers cannot influence, in the order of the table. Other default
 * columns can be omitted. Extra columns follow, as do the columns that a newer release of this library adds.
 */
export function callerFieldsStart(names: readonly string[]): number | undefined {
  const start = names.indexOf(FIRST_FROM_CALLER);
  return start >= 0 && areTrustedFields(names.slice(0, start)) ? start : undefined;
}

function areTrustedFields(names: readonly string[]): boolean {
  const firstExtra = names.findIndex((name) => !TRUSTED_POSITIONS.has(name));
  const defaults = firstExtra < 0 ? names : names.slice(0, firstExtra);
  const extra = names.slice(defaults.length);
  return ESSENTIAL.every((name) => defaults.includes(name))
    && defaults.every((name, index) => index === 0 || TRUSTED_POSITIONS.get(defaults[index - 1])! < TRUSTED_POSITIONS.get(name)!)
    && extra.every((name, index) => !DEFAULTS.has(name) && !extra.includes(name, index + 1));
}
