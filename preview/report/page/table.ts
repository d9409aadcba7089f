/// <reference lib="dom" />
import { AnswerTable, Cell } from './answer-table';
import { element, fill } from './dom';
import { isNumber } from '../format';
import { AnswerColumn, Format } from '../metadata';
import { Scene } from './pictures/picture';

/** The number of rows that are shown at first. A button shows the others. */
const FIRST_ROWS = 15;

/** Returns the address of the member that a cell names. */
type Links = Pick<Scene, 'linkOf'>;

export interface TableOptions {
  /** Colours of the rows: the table is the legend of a chart. */
  readonly colours?: readonly string[];
}

/** An answer as a table. Ids are left out if the next column has their names. */
export function dataTable(caption: string, table: AnswerTable, links: Links, { colours }: TableOptions = {}): HTMLElement {
  const shown = table.columns.map((column, index) => ({ column, index })).filter(({ index }) => !isNamedBeside(table, index));
  const body = element('tbody');
  const more = element('button', { type: 'button', class: 'more', click: () => show(table.rows.length) });
  const region = element('div', { 'class': 'scroll', 'tabindex': 0, 'role': 'region', 'aria-label': `${caption}, table` });
  const show = (limit: number) => {
    fill(body, table.rows.slice(0, limit).map((cells, place) => element('tr', {}, shown.map(({ column, index }, position) =>
      cellOf(cells[index], column, links, position === 0, colours?.[place])))));
    more.hidden = limit >= table.rows.length;
    more.textContent = `Show all ${table.rows.length.toLocaleString('en-US')} rows`;
  };
  show(FIRST_ROWS);
  fill(region, element('table', { class: 'data' },
    element('caption', {}, caption),
    element('thead', {}, element('tr', {}, shown.map(({ column }) => element('th', { scope: 'col', class: classOf(column.format) }, column.label)))),
    body));
  return element('div', {}, region, more);
}

function cellOf(cell: Cell, { format }: AnswerColumn, links: Links, isFirst: boolean, colour?: string): HTMLElement {
  const className = [classOf(format), cell.standIn && 'stand-in'].filter(Boolean).join(' ') || undefined;
  const address = cell.standIn || !cell.names ? undefined : links.linkOf(cell.names.dimension, cell.names.key);
  const text = format === 'code' || format === 'id' ? element('code', {}, cell.text) : cell.text;
  const swatch = isFirst && colour !== undefined && element('span', { class: 'swatch', style: `background: ${colour}` });
  const content = [swatch, address === undefined ? text : element('a', { href: address }, text)];
  return isFirst ? element('th', { scope: 'row', class: className }, content) : element('td', { class: className }, content);
}

function classOf(format: Format): string | undefined {
  return isNumber(format) ? 'number' : format === 'day' || format === 'timestamp' ? 'time' : undefined;
}

/** Whether the next column is the label of this key. */
function isNamedBeside({ columns, rows }: AnswerTable, index: number): boolean {
  const next = columns[index + 1];
  if (columns[index].format !== 'id' || next === undefined || next.format === 'id') return false;
  const first = rows.find((cells) => cells[index].names !== undefined);
  return first !== undefined && first[index].names?.dimension === first[index + 1].names?.dimension;
}
