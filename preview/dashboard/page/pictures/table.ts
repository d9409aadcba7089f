/// <reference lib="dom" />
import { answerFor, memberOf, textOf } from './groups';
import { element } from '../../../report/page/dom';
import { GroupData, VisualData } from '../../dashboard-data';

/** A table of groups with their values, or of rows that are not aggregated. */
export function table(visual: VisualData, title: string): HTMLElement {
  const { dimensions, values, totals, aggregated } = visual;
  const { groups, rows } = answerFor(visual, dimensions.map((_, index) => index));
  const labels = [...dimensions, ...values].filter(({ hidden }) => !hidden);
  const total = aggregated && totals.rows ? answerFor(visual, []).groups[0] : undefined;
  return element('div', { 'class': 'scroll', 'tabindex': 0, 'role': 'region', 'aria-label': `${title}, table` },
    element('table', { class: 'data' },
      element('caption', {}, title),
      element('thead', {}, element('tr', {}, labels.map(({ label, isNumber }) => element('th', { scope: 'col', class: isNumber && 'number' }, label)))),
      element('tbody', {}, groups.map((group) => element('tr', {}, cells(group, visual)))),
      total && element('tfoot', {}, element('tr', {}, dimensions.map((_, index) => element('th', { scope: 'row' }, index === 0 && 'Total')), valueCells(total, visual)))),
    rows !== undefined && element('p', { class: 'scope' }, `The page has the first ${groups.length} of ${rows.toLocaleString('en-US')} rows.`));
}

function cells(group: GroupData, visual: VisualData): HTMLElement[] {
  const keys = visual.dimensions.map((dimension, index) => {
    const { text, kind } = memberOf(group, index, dimension);
    return { cell: element(index === 0 ? 'th' : 'td', { scope: index === 0 && 'row', class: kind !== 'key' && 'stand-in' }, text), hidden: dimension.hidden };
  });
  return [...keys.filter(({ hidden }) => !hidden).map(({ cell }) => cell), ...valueCells(group, visual)];
}

function valueCells({ values }: GroupData, { values: fields }: VisualData): HTMLElement[] {
  return fields.flatMap((field, index) => {
    const value = values[index];
    const className = [(field.isNumber || typeof value === 'number') && 'number', value === null && 'stand-in', field.format?.kind === 'time' && 'time'].filter(Boolean).join(' ');
    return field.hidden ? [] : [element('td', { class: className || undefined }, textOf(value, field))];
  });
}
