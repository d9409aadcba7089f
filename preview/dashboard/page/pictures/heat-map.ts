/// <reference lib="dom" />
import { answerFor, idOf, memberOf, membersOf, numberOf, textOf } from './groups';
import { Chart as ChartElement } from '../../../report/page/chart';
import { heatChart } from '../../../report/page/charts/heat-chart';
import { VisualData } from '../../dashboard-data';

/** Cells of columns and rows. */
export class HeatMapPicture {
  public readonly element: HTMLElement;

  constructor(visual: VisualData, title: string) {
    const { id, dimensions, values: [value] } = visual;
    const { groups } = answerFor(visual, dimensions.map((_, index) => index));
    const [column, row] = [dimensions.findIndex(({ role }) => role === 'column'), dimensions.findIndex(({ role }) => role === 'row')];
    const axis = (place: number) => membersOf(groups, place, dimensions[place]);
    const [x, y] = [axis(column), axis(row)];
    const at = (members: typeof x, place: number, group: typeof groups[0]) => {
      const sought = idOf(memberOf(group, place, dimensions[place]));
      return members.findIndex((member) => idOf(member) === sought);
    };
    const cells = groups.flatMap((group) => {
      const number = numberOf(group.values[0]);
      return number === null ? [] : [[at(x, column, group), at(y, row, group), number] as const];
    });
    const inWords = (number: number) => textOf(number, value);
    const chart = new ChartElement(id, 'fills');
    chart.draw((theme) => ({
      option: heatChart({ name: value.label, x: x.map(({ text }) => text), y: y.map(({ text }) => text), cells, inWords }, theme),
      description: `${title}, as cells. ${y.map(({ text }, place) => `${text}: ${cells.filter(([, atY]) => atY === place).map(([atX, , number]) => `${x[atX].text} ${inWords(number)}`).join(', ')}`).join('; ')}.`,
    }));
    this.element = chart.element;
  }
}
