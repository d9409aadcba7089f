import { CALLER_ADDRESS_VARIABLE, CallerAddressMode, keptAddress } from './caller-address';
import { cutToBytes } from './cut-to-bytes';
import { LogLine } from './log-line';
import { Column } from '../schema/column';
import { ColumnName, EnrichedColumnName, Row } from '../schema/columns';
import { ABSENT, KINDS, Value } from '../schema/kinds';
import { inLogOrder } from '../schema/log-schema';

/** What the enrichment adds to a line. */
export type Enrichment = Pick<Row, EnrichedColumnName>;

/** What to look up for a line, as the line says it. */
export type LookupIds = Pick<Row, 'api_id' | 'stage' | 'api_key_id'>;

/** From lines of the log to rows of the table, in the table's order and types. */
export class RowWriter {
  private readonly cells: readonly Cell[];
  private readonly positions: ReadonlyMap<string, number>;

  constructor(columns: readonly Column[], private readonly callerAddress: CallerAddressMode) {
    this.positions = new Map(inLogOrder(columns).map(({ name }, position) => [name, position]));
    this.cells = columns.map((column, index) => ({
      column,
      position: this.positions.get(column.name),
      prefix: `${index === 0 ? '{' : ','}"${column.name}":`,
    }));
  }

  /** The ids by which the directory knows the request. */
  public idsOf(line: LogLine): LookupIds {
    const id = (name: keyof LookupIds & ColumnName) => present(line.values[this.positions.get(name)!]) ?? null;
    return { api_id: id('api_id'), stage: id('stage'), api_key_id: id('api_key_id') };
  }

  /** One line of NDJSON with every column. */
  public write(line: LogLine, enrichment: Enrichment): string {
    const enriched: Readonly<Record<string, Value>> = enrichment;
    let text = '';
    for (const { column, position, prefix } of this.cells) {
      const value = position === undefined ? enriched[column.name] : this.loggedValue(column, line.values[position]);
      text += prefix + JSON.stringify(typeof value === 'string' && column.kind === 'text' ? cutToBytes(value, column.maxBytes) : value);
    }
    return `${text}}\n`;
  }

  private loggedValue(column: Column, logged: string | undefined): Value {
    const text = present(logged);
    if (text === undefined) return null;
    const kept = column.variable === CALLER_ADDRESS_VARIABLE ? keptAddress(this.callerAddress, text) : text;
    return kept === null ? null : KINDS[column.kind].parse(kept);
  }
}

interface Cell {
  readonly column: Column;
  /** Where the value stands in the log; undefined where the enrichment has it. */
  readonly position: number | undefined;
  readonly prefix: string;
}

function present(text: string | undefined): string | undefined {
  return text === ABSENT ? undefined : text;
}
