import { isIP } from 'net';
import { cutToBytes } from './cut-to-bytes';
import { CALLER_ADDRESS_VARIABLE, KeepAddress } from './kept-address';
import { LogLine, ParseStatus } from './log-line';
import { Column } from '../schema/column';
import { EnrichedColumnName, Row } from '../schema/columns';
import { ABSENT, KINDS, Value } from '../schema/kinds';
import { inLogOrder } from '../schema/log-schema';

/** What the directory says of a request. */
export type Found = Omit<Pick<Row, EnrichedColumnName>, 'parse_status'>;

/** What to look up for a line, as the line says it. */
export type LookupIds = Pick<Row, 'api_id' | 'stage' | 'api_key_id'>;

/** What the directory says of a request, as JSON by column: many requests share it. */
export type FoundCells = Readonly<Record<string, string>>;

/** From lines of the log to rows of the table, in the table's order and types. */
export class RowWriter {
  private readonly cells: readonly Cell[];
  private readonly addressPosition: number;
  private readonly idPositions: Readonly<Record<keyof LookupIds, number>>;

  constructor(private readonly columns: readonly Column[], private readonly keepAddress: KeepAddress) {
    const logged = inLogOrder(columns);
    const names = logged.map(({ name }) => name);
    this.addressPosition = logged.findIndex(({ variable }) => variable === CALLER_ADDRESS_VARIABLE);
    this.idPositions = { api_id: names.indexOf('api_id'), stage: names.indexOf('stage'), api_key_id: names.indexOf('api_key_id') };
    this.cells = columns.map((column, index) => ({
      name: column.name,
      prefix: `${index === 0 ? '{' : ','}"${column.name}":`,
      position: names.indexOf(column.name),
      fromCaller: column.fromCaller ?? false,
      maxBytes: maxBytesOf(column),
      convert: this.conversionOf(column),
    }));
  }

  /** The ids by which the directory knows the request. */
  public idsOf({ values }: LogLine): LookupIds {
    const id = (name: keyof LookupIds) => present(values[this.idPositions[name]]) ?? null;
    return { api_id: id('api_id'), stage: id('stage'), api_key_id: id('api_key_id') };
  }

  public cellsOf(found: Found): FoundCells {
    const values: Readonly<Record<string, Value>> = found;
    return Object.fromEntries(this.columns.filter(({ name }) => name in values).map((column) => {
      const value = values[column.name];
      return [column.name, JSON.stringify(typeof value === 'string' ? cutToBytes(value, maxBytesOf(column)) : value)];
    }));
  }

  /** One line of NDJSON with every column. */
  public write({ values, plain, parseStatus }: LogLine, found: FoundCells): string {
    const parseStatusCell: Record<'parse_status', ParseStatus> = { parse_status: parseStatus };
    const address = present(values[this.addressPosition]);
    let text = '';
    for (const { name, prefix, position, fromCaller, maxBytes, convert } of this.cells) {
      const value = position < 0 ? undefined : present(values[position]);
      if (position < 0) {text += prefix + (found[name] ?? `"${parseStatusCell[name as 'parse_status']}"`);} else if (value === undefined) {text += `${prefix}null`;} else if (convert !== undefined) {text += prefix + toJson(convert(value));} else {
        const kept = cutToBytes(fromCaller && address !== undefined && value.includes(address) ? this.withoutAddress(value, address) : value, maxBytes);
        text += plain ? `${prefix}"${kept}"` : prefix + JSON.stringify(kept);
      }
    }
    return `${text}}\n`;
  }

  /** A copy of the address in another column, such as one that a backend put in its error, is kept as the address is. */
  private withoutAddress(value: string, address: string): string {
    return isIP(address) ? value.replaceAll(address, () => this.keepAddress(address) ?? ABSENT) : value;
  }

  /** How the text of a column becomes its value, where it is not the text itself. */
  private conversionOf(column: Column): Cell['convert'] {
    if (column.variable === CALLER_ADDRESS_VARIABLE) return this.keepAddress;
    return column.kind === 'text' ? undefined : KINDS[column.kind].parse;
  }
}

interface Cell {
  readonly name: string;
  readonly prefix: string;
  /** Where the value stands in the log; negative where the enrichment has it. */
  readonly position: number;
  readonly fromCaller: boolean;
  readonly maxBytes: number;
  readonly convert: ((text: string) => Value) | undefined;
}

/** JSON.stringify is slow at what needs no care. */
function toJson(value: Value): string {
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}

function maxBytesOf(column: Column): number {
  return column.kind === 'text' ? column.maxBytes : Infinity;
}

function present(text: string | undefined): string | undefined {
  return text === ABSENT ? undefined : text;
}
