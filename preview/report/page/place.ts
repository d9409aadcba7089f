import { Key } from '../cube/cube';
import { DayRange, isoDay, parseDay } from '../evaluate/period';
import { Selection } from '../evaluate/selection';

/** Where the reader is: a sheet, and what is selected. It is the hash of the page's address. */
export interface Place {
  readonly sheet: string;
  readonly selection: Selection;
}

/** The parameter that names dimensions whose rows have none. */
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

/** The place of a hash; what it names and the page does not have is left out. */
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
