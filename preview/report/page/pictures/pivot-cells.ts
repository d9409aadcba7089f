/// <reference lib="dom" />
import { Group } from '../../evaluate/evaluation';
import { Member } from '../../evaluate/member';
import { formatted } from '../../format';
import { Measure } from '../../metadata';
import { element } from '../dom';
import { memberId } from './picture';

/** The cells of rows. Their colours show their share of the largest cell. */
export class PivotCells {
  private readonly values = new Map<string, number | null>();
  private readonly largest: number;

  constructor(
    groups: readonly Group[],
    private readonly columns: readonly Member[],
    private readonly measure: Measure,
    private readonly index: number,
  ) {
    for (const { members, values } of groups) this.values.set(members.map(memberId).join('\n'), values[index]);
    this.largest = Math.max(...groups.map(({ values }) => values[index] ?? 0));
  }

  /** A cell for each column, and one for the total. */
  public row({ members, values }: Group, coloured = true): HTMLElement[] {
    const place = members.map(memberId);
    return [...this.columns.map((column) => this.cell(this.values.get([...place, memberId(column)].join('\n')) ?? null, coloured)), this.cell(values[this.index], false)];
  }

  private cell(value: number | null, coloured: boolean): HTMLElement {
    if (value === null || value === 0) return element('td', { class: 'number none' }, element('span', { 'aria-label': 'none' }, '·'));
    // The square root makes small numbers differ visibly too.
    const heat = coloured && this.largest > 0 ? `--heat: ${Math.round(Math.sqrt(value / this.largest) * 100)}` : undefined;
    return element('td', { class: 'number', style: heat }, formatted(value, this.measure.format));
  }
}
