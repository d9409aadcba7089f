/// <reference lib="dom" />
import { answerFor, membersOf, memberOf, numberOf, textOf } from './groups';
import { MemberColours } from '../../../report/colours';
import { percent } from '../../../report/format';
import { Chart as ChartElement } from '../../../report/page/chart';
import { Ring, ringChart } from '../../../report/page/charts/ring-chart';
import { element } from '../../../report/page/dom';
import { VisualData } from '../../dashboard-data';

/** A ring chart. The table beside it is its legend. */
export class RingPicture {
  public readonly element: HTMLElement;

  constructor(visual: VisualData, title: string) {
    const { id, dimensions: [dimension], values: [value] } = visual;
    const { groups } = answerFor(visual, [0]);
    const total = numberOf(answerFor(visual, []).groups[0].values[0]) ?? 0;
    const colours = new MemberColours(membersOf(groups, 0, dimension));
    const slices = groups.map((group) => {
      const member = memberOf(group, 0, dimension);
      return { name: member.text, value: numberOf(group.values[0]) ?? 0, colour: colours.of(member) };
    });
    const inWords = (number: number) => `${textOf(number, value)} (${percent(number / total)})`;
    const ring: Ring = { name: title, slices, total: textOf(total, value), unit: value.label.toLowerCase(), inWords };
    const chart = new ChartElement(id, 'fills');
    chart.draw((theme) => ({
      option: ringChart(ring, theme), description: `${title}, as a ring: ${slices.map(({ name, value: number }) => `${name} ${inWords(number)}`).join(', ')}.`,
    }));
    this.element = element('div', { class: 'ring' }, chart.element, element('div', { class: 'scroll', tabindex: 0 }, element('table', { class: 'data' },
      element('caption', {}, title),
      element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, dimension.label), element('th', { scope: 'col', class: 'number' }, value.label),
        element('th', { scope: 'col', class: 'number' }, 'Share'))),
      element('tbody', {}, slices.map(({ name, value: number, colour }) => element('tr', {},
        element('th', { scope: 'row' }, element('span', { class: 'swatch', style: `background: var(${colour})` }), name),
        element('td', { class: 'number' }, textOf(number, value)), element('td', { class: 'number' }, percent(number / total))))))));
  }
}
