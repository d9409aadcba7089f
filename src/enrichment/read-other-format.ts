import { decodeJsonText, leadsOf, lineOf, LogLine } from './log-line';
import { LOG_LINE } from '../schema/access-log-format';
import { COLUMNS } from '../schema/columns';
import { inLogOrder, LoggedColumn } from '../schema/log-schema';

/** Every format of ours, ever, starts with the one and has the other as its first value that a caller influences: both are essential. */
const [FIRST, FIRST_FROM_CALLER] = [false, true].map((fromCaller) =>
  inLogOrder(COLUMNS).find((column) => (column.fromCaller ?? false) === fromCaller)!.name);

interface Field {
  readonly name: string;
  readonly raw: string;
}

/**
 * Reads a line in another format than the present one: of the deployment before, or of one that was rolled back. Fields
 * are known by their names; a name this deployment does not have is passed over, one the line does not have is absent.
 * A field that no caller can influence is believed only where no caller could have written it.
 */
export function otherFormatReader(columns: readonly LoggedColumn[]): (text: string) => LogLine | undefined {
  const leads = leadsOf(columns);
  const positions = new Map(columns.map(({ name }, position) => [name, position]));

  return (text) => {
    const fields = fieldsOf(text);
    if (!fields.some(({ name }) => name === FIRST)) return undefined;
    const believed = fields[0].name === FIRST ? believable(fields, columns, positions) : inForeignOrder(fields);
    const values = Array<string | undefined>(columns.length).fill(undefined);
    const seen = new Set<string>();
    let sure = text.endsWith(LOG_LINE.closing) && believed.length === fields.length;
    for (const { name, raw } of believed) {
      const position = positions.get(name);
      sure &&= position !== undefined || !seen.has(FIRST_FROM_CALLER);
      sure &&= !seen.has(name);
      if (position !== undefined) values[position] = seen.has(name) ? onceOnly(columns[position], values[position]) : decodeJsonText(raw) ?? raw;
      seen.add(name);
    }
    return lineOf(leads, values, sure ? 'tolerant' : 'ambiguous');
  };
}

/** Without the trusted names that stand where a caller may have written them. */
function believable(fields: readonly Field[], columns: readonly LoggedColumn[], positions: ReadonlyMap<string, number>): Field[] {
  const border = fields.findIndex(({ name }) => name === FIRST_FROM_CALLER);
  return fields.filter(({ name }, index) => {
    const position = positions.get(name);
    return border < 0 || index < border || position === undefined || columns[position].fromCaller;
  });
}

/** An order that was never ours: nothing tells true from forged in it, so only names that stand there once are taken. */
function inForeignOrder(fields: readonly Field[]): Field[] {
  const count = new Map<string, number>();
  for (const { name } of fields) count.set(name, (count.get(name) ?? 0) + 1);
  return fields.filter(({ name }) => count.get(name) === 1);
}

/** Of two values for one name the first is the true one, unless a caller may have written both. */
function onceOnly(column: LoggedColumn, first: string | undefined): string | undefined {
  return column.fromCaller ? undefined : first;
}

function fieldsOf(text: string): Field[] {
  const fields: Field[] = [];
  const boundary = /(?:^\{"|",")([a-z][a-z0-9_]*)":"/g;
  let open: { name: string; start: number } | undefined;
  for (let match = boundary.exec(text); match; match = boundary.exec(text)) {
    if (open) fields.push({ name: open.name, raw: text.slice(open.start, match.index) });
    else if (match.index > 0) return [];
    open = { name: match[1], start: boundary.lastIndex };
  }
  if (open) fields.push({ name: open.name, raw: withoutClosing(text.slice(open.start)) });
  return fields;
}

function withoutClosing(text: string): string {
  return text.endsWith(LOG_LINE.closing) ? text.slice(0, -LOG_LINE.closing.length) : text;
}
