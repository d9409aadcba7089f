import { Visual } from './visuals/visual';

const MAX_LIMIT = 1000;
const MAX_DIMENSIONS = 2;

interface Options {
  readonly limit?: number;
  readonly dimensions?: readonly string[];
  readonly measures?: readonly string[];
}

/** Says which option has a wrong value, without a full stop; undefined if none has. The types of the options are right. */
export function mistakeInOptions(of: string, { limit, dimensions, measures }: Options): string | undefined {
  if (limit !== undefined && !(Number.isInteger(limit) && limit >= 1 && limit <= MAX_LIMIT)) {
    return `limit of ${of} must be a whole number from 1 to ${MAX_LIMIT}, got ${limit}`;
  }
  if (dimensions && !(dimensions.length >= 1 && dimensions.length <= MAX_DIMENSIONS)) {
    return `dimensions of ${of} must name one or two dimensions, got ${dimensions.length}`;
  }
  if (measures?.length === 0) return `measures of ${of} must name at least one measure, got none. Leave measures out to show requests`;
  return undefined;
}

/** Says which dimension a visual shows twice, without a full stop; undefined if none. */
export function mistakeInRoles(of: string, { roles }: Visual): string | undefined {
  const names = roles.map(({ dimension }) => dimension);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  return twice === undefined ? undefined : `The dimensions of ${of} must differ, got '${twice}' twice`;
}
