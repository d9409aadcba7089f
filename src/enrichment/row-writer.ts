import { addressCopies, ReplaceCopies } from './address-copies';
import { CALLER_ADDRESS_VARIABLE, KeepAddress } from './kept-address';
import { decodeJsonText, leadsOf, LogLine, ParseStatus } from './log-line';
import { cutToBytes } from '../functions/cut-to-bytes';
import { wellFormed } from '../functions/well-formed';
import { Column } from '../schema/column';
import { EnrichedColumnName, Row } from '../schema/columns';
import { ABSENT, KINDS, Value } from '../schema/kinds';
import { inLogOrder, LoggedColumn } from '../schema/log-schema';

/** The part of a row that the directory fills. */
export type Found = Omit<Pick<Row, EnrichedColumnName>, 'parse_status'>;

/** The logged ids that the directory is searched for. */
export type LookupIds = Pick<Row, 'api_id' | 'stage' | 'api_key_id'>;

/** Writes a log line as a row of the table: one line of NDJSON with every column, typed. */
export class RowWriter {
  private readonly cells: readonly Cell[];
  private readonly enriched: readonly Column[];
  private readonly addressPosition: number;
  private readonly firstFromCaller: number;
  private readonly idPositions: Readonly<Record<keyof LookupIds, number>>;

  constructor(columns: readonly Column[], private readonly keepAddress: KeepAddress) {
    const logged = inLogOrder(columns);
    const leads = leadsOf(logged);
    const names = logged.map(({ name }) => name);
    this.cells = logged.map((column, position) => ({
      lead: leads[position].length,
      prefix: `${position === 0 ? '{' : ','}"${column.name}":`,
      fromCaller: column.fromCaller ?? false,
      maxBytes: maxBytesOf(column),
      convert: converterOf(column, keepAddress),
    }));
    this.enriched = columns.filter(({ variable }) => variable === undefined);
    this.addressPosition = logged.findIndex(isCallerAddress);
    this.firstFromCaller = logged.findIndex(({ fromCaller }) => fromCaller);
    this.idPositions = { api_id: names.indexOf('api_id'), stage: names.indexOf('stage'), api_key_id: names.indexOf('api_key_id') };
  }

  /** The ids by which the directory knows the request. */
  public idsOf(line: LogLine): LookupIds {
    const id = (name: keyof LookupIds) => this.valueAt(line, this.idPositions[name]) ?? null;
    return { api_id: id('api_id'), stage: id('stage'), api_key_id: id('api_key_id') };
  }

  /** The part of a row that the directory fills, as text, because many requests share it. */
  public foundPart(found: Found): string {
    const values: Readonly<Record<string, Value>> = found;
    return this.enriched.filter(({ name }) => name in values).map((column) => {
      const value = values[column.name];
      return `,"${column.name}":${JSON.stringify(typeof value === 'string' ? cutToBytes(wellFormed(value), maxBytesOf(column)) : value)}`;
    }).join('');
  }

  /** Writes the row. It copies the text of the line, except for the values that a row stores differently. */
  public write(line: LogLine, foundPart: string): string {
    const { text, ends } = line;
    const replaceCopies = this.addressCopiesIn(line);
    let row = '';
    let copiedTo = 0;
    let before = -1;
    for (let position = 0; position < ends.length; position++) {
      const cell = this.cells[position];
      const end = ends[position];
      const other = rowValue(cell, text, Math.max(before, 0) + cell.lead, end, replaceCopies);
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

  private addressCopiesIn(line: LogLine): ReplaceCopies | undefined {
    const address = this.addressPosition < 0 ? undefined : this.valueAt(line, this.addressPosition);
    return address === undefined ? undefined : addressCopies(address, line.text, line.ends[this.firstFromCaller - 1], this.keepAddress);
  }
}

interface Cell {
  /** The length of what precedes the value in the log. */
  readonly lead: number;
  readonly prefix: string;
  readonly fromCaller: boolean;
  readonly maxBytes: number;
  readonly convert: ((text: string) => Value) | undefined;
}

function isCallerAddress({ variable }: LoggedColumn): boolean {
  return variable === CALLER_ADDRESS_VARIABLE;
}

function maxBytesOf(column: Column): number {
  return column.kind === 'text' ? column.maxBytes : Infinity;
}

/** How the logged text becomes the value of the row; undefined for texts, which are copied. */
function converterOf(column: LoggedColumn, keepAddress: KeepAddress): Cell['convert'] {
  if (column.kind !== 'text') return KINDS[column.kind].parse;
  if (!isCallerAddress(column)) return undefined;
  return (address) => {
    const kept = keepAddress(address);
    return kept === null ? null : cutToBytes(kept, column.maxBytes);
  };
}

const PARSE_STATUS_PARTS = Object.fromEntries((['strict', 'tolerant', 'ambiguous'] as const).map((status) => {
  const part: Pick<Row, 'parse_status'> = { parse_status: status };
  return [status, `,${JSON.stringify(part).slice(1)}\n`];
})) as Record<ParseStatus, string>;

/** The value of the row as JSON; undefined if it is what the line has between quotes. */
function rowValue(cell: Cell, text: string, start: number, end: number, replaceCopies: ReplaceCopies | undefined): string | undefined {
  if (end - start === ABSENT.length && text.startsWith(ABSENT, start)) return 'null';
  if (cell.convert !== undefined) return toJson(cell.convert(text.slice(start, end)));
  const replace = cell.fromCaller ? replaceCopies : undefined;
  if (replace === undefined && (end - start) * 3 <= cell.maxBytes) return undefined;
  return otherText(decodeJsonText(text.slice(start, end))!, cell.maxBytes, replace);
}

/** Replaces before it cuts: a cut text could hold a part of a copy, and what replaces a copy can be longer than it. */
function otherText(logged: string, maxBytes: number, replace: ReplaceCopies | undefined): string | undefined {
  const replaced = replace === undefined ? logged : replace(logged);
  if (replaced === ABSENT) return 'null';
  const value = cutToBytes(replaced, maxBytes);
  return value === logged ? undefined : JSON.stringify(value);
}

/** Avoids JSON.stringify where it can, because it is slow. */
function toJson(value: Value): string {
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}
