/// <reference lib="dom" />
import { Evaluation } from '../../evaluate/evaluation';
import { Member } from '../../evaluate/member';
import { formatted } from '../../format';
import { dimensionOf, Measure } from '../../metadata';
import { Chart } from '../chart';
import { heatChart } from '../charts/heat-chart';
import { element } from '../dom';
import { memberId, membersAt, Picture, Scene } from './picture';
import { showLargest } from './takeaway';
import { AxisPlace, axisPlaces } from './time-axis';

interface HeatTable {
  readonly x: readonly AxisPlace[];
  readonly y: readonly AxisPlace[];
  /** The places on both axes, and the number. */
  readonly cells: readonly (readonly [x: number, y: number, value: number])[];
  readonly measure: Measure;
}

/** A grid of cells. Larger numbers are darker. */
export class HeatMapPicture implements Picture {
  public readonly element: HTMLElement;
  private readonly takeaway = element('p', { class: 'takeaway' });
  private readonly chart: Chart;

  constructor(private readonly scene: Scene) {
    this.chart = new Chart(scene.question.data.question.id, 'heat-map');
    this.element = element('div', {}, this.takeaway, this.chart.element);
  }

  public draw(evaluation: Evaluation): void {
    const table = this.table(evaluation);
    const { cells, x, y, measure } = table;
    showLargest(this.takeaway, cells.map(([atX, atY, value]) => ({ text: `${y[atY].text}, ${x[atX].text}`, value })), measure);
    this.chart.fit(y.length);
    this.chart.draw((theme) => ({
      option: heatChart({
        name: measure.label, cells, x: x.map(({ text }) => text), y: y.map(({ text }) => text), inWords: (value) => formatted(value, measure.format),
      }, theme),
      description: this.description(table),
    }));
  }

  private table(evaluation: Evaluation): HeatTable {
    const groups = evaluation.groups('x', 'y');
    const [measure] = evaluation.measures;
    const members = { x: membersAt(evaluation.groups('x'), 0), y: membersAt(evaluation.groups('y'), 0) };
    const x = axisPlaces(members.x, dimensionOf(evaluation.visual, 'x')!.format);
    const y = axisPlaces(members.y, dimensionOf(evaluation.visual, 'y')!.format);
    const place = (places: readonly AxisPlace[], all: readonly Member[], member: Member) => {
      const index = all.findIndex((candidate) => memberId(candidate) === memberId(member));
      return places.findIndex((candidate) => candidate.index === index);
    };
    const cells = groups.flatMap(({ members: [atX, atY], values: [value] }) => value === null ? [] : [
      [place(x, members.x, atX), place(y, members.y, atY), value] as const,
    ]);
    return { x, y, cells, measure };
  }

  private description({ x, y, cells, measure }: HeatTable): string {
    const rows = y.map(({ text }, row) => `${text}: ${cells.filter(([, atY]) => atY === row).map(([atX, , value]) => `${x[atX].text} ${formatted(value, measure.format)}`).join(', ')}`);
    return `${this.scene.question.data.question.title}, as cells. ${rows.join('; ')}.`;
  }
}
