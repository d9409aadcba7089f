import { isIP } from 'net';
import { CALLER_ADDRESS_VARIABLE, KeepAddress } from './kept-address';
import { decodeJsonText, leadsOf, LogLine, ParseStatus } from './log-line';
import { cutToBytes } from '../functions/cut-to-bytes';
import { Column } from '../schema/column';
import { EnrichedColumnName, Row } from '../schema/columns';
import { ABSENT, KINDS, Value } from '../schema/kinds';
import { inLogOrder } from '../schema/log-schema';

/** What the directory says of a request. */
export type Found = Omit<Pick<Row, EnrichedColumnName>, 'parse_status'>;

/** What to look up for a line, as the line says it. */
export type LookupIds = Pick<Row, 'api_id' | 'stage' | 'api_key_id'>;

/** From lines of the log to rows of the table: one line of NDJSON with every column, typed. */
export class RowWriter {
  private readonly cells: readonly Cell[];
  private readonly enriched: readonly Column[];
  private readonly addressPosition: number;
  private readonly idPositions: Readonly<Record<keyof LookupIds, number>>;

  constructor(columns: readonly Column[], private readonly keepAddress: KeepAddress) {
    const logged = inLogOrder(columns);
    const leads = leadsOf(logged);
    const names = logged.map(({ name }) => name);
    this.cells = logged.map((column, position) => ({
      lead: leads[position].length,
      prefix: `${position === 0 ? '{' : ','}"${column.name}":`,
      fromCaller: column.fromCaller ?? false,
      maxBytes: column.kind === 'text' ? column.maxBytes : Infinity,
      convert: column.variable === CALLER_ADDRESS_VARIABLE ? keepAddress : column.kind === 'text' ? undefined : KINDS[column.kind].parse,
    }));
    this.enriched = columns.filter(({ variable }) => variable === undefined);
    this.addressPosition = logged.findIndex(({ variable }) => variable === CALLER_ADDRESS_VARIABLE);
    this.idPositions = { api_id: names.indexOf('api_id'), stage: names.indexOf('stage'), api_key_id: names.indexOf('api_key_id') };
  }

  /** The ids by which the directory knows the request. */
  public idsOf(line: LogLine): LookupIds {
    const id = (name: keyof LookupIds) => this.valueAt(line, this.idPositions[name]) ?? null;
    return { api_id: id('api_id'), stage: id('stage'), api_key_id: id('api_key_id') };
  }

  /** What the directory says, as the part of a row that it is: many requests share it. */
  public foundPart(found: Found): string {
    const values: Readonly<Record<string, Value>> = found;
    return this.enriched.filter(({ name }) => name in values).map((column) => {
      const value = values[column.name];
      return `,"${column.name}":${JSON.stringify(typeof value === 'string' && column.kind === 'text' ? cutToBytes(value, column.maxBytes) : value)}`;
    }).join('');
  }

  /** A row. The line is copied as it is, but for the values that a row holds in another way. */
  public write(line: LogLine, foundPart: string): string {
    const { text, ends } = line;
    const address = this.addressPosition < 0 ? undefined : this.valueAt(line, this.addressPosition);
    let row = '';
    let copiedTo = 0;
    let before = -1;
    for (let position = 0; position < ends.length; position++) {
      const cell = this.cells[position];
      const end = ends[position];
      const start = Math.max(before, 0) + cell.lead;
      const other = rowValue(cell, text, start, end) ?? (address === undefined ? undefined : this.withoutAddress(cell, text, start, end, address));
      if (other !== undefined) {
        row += text.slice(copiedTo, before + 1) + cell.prefix + other;
        copiedTo = end + 1;
      }
      before = end;
    }
    return row + text.slice(copiedTo, before + 1) + foundPart + PARSE_STATUS_PARTS[line.parseStatus];
  }

  private valueAt({ text, ends }: LogLine, position: number): string | undefined {
    const value = text.slice((position === 0 ? 0 : ends[position - 1]) + this.cells[position].lead, ends[position]);
    return value === ABSENT ? undefined : value;
  }

  /** A copy of the address in another column, such as one that a backend put in its error, is kept as the address is. */
  private withoutAddress(cell: Cell, text: string, start: number, end: number, address: string): string | undefined {
    if (!cell.fromCaller) return undefined;
    const value = text.slice(start, end);
    if (!value.includes(address) || !isIP(address)) return undefined;
    return `"${value.replaceAll(address, () => this.keepAddress(address) ?? ABSENT)}"`;
  }
}

interface Cell {
  /** Length of what stands before the value in the log. */
  readonly lead: number;
  readonly prefix: string;
  readonly fromCaller: boolean;
  readonly maxBytes: number;
  readonly convert: ((text: string) => Value) | undefined;
}

const PARSE_STATUS_PARTS = Object.fromEntries((['strict', 'tolerant', 'ambiguous'] as const).map((status) => {
  const part: Pick<Row, 'parse_status'> = { parse_status: status };
  return [status, `,${JSON.stringify(part).slice(1)}\n`];
})) as Record<ParseStatus, string>;

/** The value as the row has it, as JSON; undefined where that is what the log has, between quotes. */
function rowValue(cell: Cell, text: string, start: number, end: number): string | undefined {
  if (end - start === ABSENT.length && text.startsWith(ABSENT, start)) return 'null';
  if (cell.convert !== undefined) return toJson(cell.convert(text.slice(start, end)));
  if ((end - start) * 3 <= cell.maxBytes) return undefined;
  // What lineOf or JSON wrote is decodable.
  return JSON.stringify(cutToBytes(decodeJsonText(text.slice(start, end))!, cell.maxBytes));
}

/** JSON.stringify is slow at what needs no care. */
function toJson(value: Value): string {
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}
