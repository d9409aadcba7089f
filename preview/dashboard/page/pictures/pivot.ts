/// <reference lib="dom" />
import { answerFor, idOf, memberOf, textOf } from './groups';
import { Member } from '../../../report/evaluate/member';
import { element } from '../../../report/page/dom';
import { GroupData, VisualData } from '../../dashboard-data';

/** A table with dimensions in its rows and its columns, and the totals that the definition asks for. */
export function pivot(visual: VisualData, title: string): HTMLElement {
  return element('div', { 'class': 'scroll', 'tabindex': 0, 'role': 'region', 'aria-label': `${title}, table` }, new Pivot(visual, title).table());
}

class Pivot {
  private readonly rows: readonly number[];
  private readonly columns: readonly number[];
  /** The members of each column. Without column fields, there is one column without members. */
  private readonly heads: readonly (readonly Member[])[];
  private readonly cells = new Map<string, GroupData>();

  constructor(private readonly visual: VisualData, private readonly title: string) {
    const all = visual.dimensions.map((_, index) => index);
    this.rows = all.filter((index) => visual.dimensions[index].role === 'row');
    this.columns = all.filter((index) => visual.dimensions[index].role === 'column');
    this.heads = answerFor(visual, this.columns).groups.map((group) => this.members(group, this.columns));
    for (const { dimensions, groups } of visual.answers) {
      for (const group of groups) this.cells.set(cellId(dimensions, this.members(group, dimensions)), group);
    }
  }

  public table(): HTMLElement {
    const { dimensions, values, totals } = this.visual;
    const { groups } = answerFor(this.visual, this.rows);
    const several = values.length > 1 && this.columns.length > 0;
    const names = this.rows.map((index) => element('th', { scope: 'col', rowspan: several && 2 }, dimensions[index].label));
    const measures = () => values.map(({ label }) => element('th', { scope: 'col', class: 'number' }, label));
    const heads = [...this.heads.map((members) => members.map(({ text }) => text).join(', ')), ...this.hasTotalColumn ? ['Total'] : []]
      .map((text) => element('th', { scope: several ? 'colgroup' : 'col', class: several ? 'column-head' : 'number', colspan: several && values.length }, text));
    return element('table', { class: 'pivot' },
      element('caption', {}, this.title),
      element('thead', {},
        element('tr', {}, names, this.columns.length > 0 ? heads : measures()),
        several && element('tr', {}, heads.flatMap(measures))),
      element('tbody', {}, groups.map((group, index) => this.row(group, groups[index - 1]))),
      totals.columns && element('tfoot', {}, element('tr', {}, this.rows.map((_, index) => element('th', { scope: 'row' }, index === 0 && 'Total')), this.numbers([]))));
  }

  private get hasTotalColumn(): boolean {
    return this.visual.totals.rows && this.columns.length > 0;
  }

  /** A name is not repeated if the row above has the same one. */
  private row(group: GroupData, above: GroupData | undefined): HTMLElement {
    const members = this.members(group, this.rows);
    const before = above && this.members(above, this.rows);
    const firstNew = members.findIndex((member, place) => !before || idOf(member) !== idOf(before[place]));
    const isRepeated = (index: number) => index < Math.min(firstNew, members.length - 1);
    const heads = members.map(({ kind, text }, index) => element('th', { scope: 'row', class: kind !== 'key' && 'stand-in' }, !isRepeated(index) && text));
    return element('tr', {}, heads, this.numbers(members));
  }

  private numbers(row: readonly Member[]): HTMLElement[] {
    const columns = [...this.heads, ...this.hasTotalColumn ? [[]] : []];
    const place = (members: readonly Member[]) => [...this.rows.slice(0, row.length), ...this.columns.slice(0, members.length)];
    return columns.flatMap((members) => {
      const group = this.cells.get(cellId(place(members), [...row, ...members]));
      return this.visual.values.map((field, index) => group ? element('td', { class: 'number' }, textOf(group.values[index], field)) : element('td', { class: 'number none' }));
    });
  }

  private members(group: GroupData, dimensions: readonly number[]): Member[] {
    return dimensions.map((dimension, place) => memberOf(group, place, this.visual.dimensions[dimension]));
  }
}

/** Members of two dimensions can have the same name. */
function cellId(dimensions: readonly number[], members: readonly Member[]): string {
  return members.map((member, index) => `${dimensions[index]} ${idOf(member)}`).join('\n');
}
