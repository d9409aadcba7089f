import { Key } from '../cube/cube';
import { DayRange, isoDay, parseDay } from '../evaluate/period';
import { Selection } from '../evaluate/selection';

/** The open sheet and the selection. The hash of the page's address holds it. */
export interface Place {
  readonly sheet: string;
  readonly selection: Selection;
}

/** The parameter with the dimensions that are filtered for rows without a key. */
const NONE = 'none';

export function hashOf({ sheet, selection: { range, keys } }: Place): string {
  const parameters = new URLSearchParams();
  if (range) {
    parameters.set('from', isoDay(range.first));
    parameters.set('to', isoDay(range.last));
  }
  for (const [name, key] of keys) {
    if (key === null) parameters.append(NONE, name);
    else parameters.set(name, String(key));
  }
  const query = parameters.toString();
  return `#${slug(sheet)}${query && `?${query}`}`;
}

/** Reads a hash. Names that the page does not have are ignored. */
export function placeOf(hash: string, sheets: readonly string[], filters: readonly string[]): Place {
  const [name, query = ''] = hash.replace(/^#/, '').split('?');
  const parameters = new URLSearchParams(query);
  const keys = new Map<string, Key | null>();
  for (const filter of filters) {
    const key = parameters.get(filter);
    if (key !== null) keys.set(filter, key);
    else if (parameters.getAll(NONE).includes(filter)) keys.set(filter, null);
  }
  return { sheet: sheets.find((sheet) => slug(sheet) === name) ?? sheets[0], selection: { range: rangeOf(parameters), keys } };
}

function rangeOf(parameters: URLSearchParams): DayRange | undefined {
  const first = parseDay(parameters.get('from') ?? '');
  const last = parseDay(parameters.get('to') ?? '');
  return first === undefined || last === undefined || first > last ? undefined : { first, last };
}

function slug(sheet: string): string {
  return sheet.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}
