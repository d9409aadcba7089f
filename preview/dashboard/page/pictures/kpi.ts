/// <reference lib="dom" />
import { numberOf, textOf } from './groups';
import { element } from '../../../report/page/dom';
import { VisualData } from '../../dashboard-data';
import { Format, written } from '../../format';

const PERCENT: Format = { kind: 'percent', prefix: '', suffix: '%', decimals: 1, grouped: true };

/** A text with more characters, such as a time, has a smaller font. */
const LONG = 12;

/** A value, and its change against the target. */
export function kpi(visual: VisualData): HTMLElement {
  const [group] = visual.answers[0].groups;
  const at = visual.values.length - visual.targets;
  const [value, target] = [group.values[0], visual.targets > 0 ? group.values[at] : undefined];
  const text = textOf(value, visual.values[0]);
  return element('div', {},
    element('p', { class: text.length > LONG ? 'number-of-kpi long' : 'number-of-kpi' }, text),
    target !== undefined && element('p', { class: 'explanation' }, compared(numberOf(value), numberOf(target), visual), ` from ${textOf(target, visual.values[at])}`));
}

function compared(value: number | null, target: number | null, { comparison, values }: VisualData): string {
  if (!comparison || value === null || target === null) return '';
  const { method } = comparison;
  if (method !== 'DIFFERENCE' && target === 0) return '';
  const number = method === 'DIFFERENCE' ? value - target : method === 'PERCENT' ? value / target : value / target - 1;
  const format = comparison.format ?? (method === 'DIFFERENCE' ? values[0].format : PERCENT);
  const arrow = method === 'PERCENT' ? '' : number > 0 ? '▲ ' : number < 0 ? '▼ ' : '';
  return `${arrow}${written(method === 'PERCENT' ? number : Math.abs(number), format)}`;
}
