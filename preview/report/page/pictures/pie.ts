/// <reference lib="dom" />
import { MemberColours } from '../../colours';
import { Evaluation } from '../../evaluate/evaluation';
import { formatted, percent } from '../../format';
import { Measure } from '../../metadata';
import { computedTable } from '../answer-table';
import { Chart, Drawn } from '../chart';
import { Ring, ringChart } from '../charts/ring-chart';
import { element, fill } from '../dom';
import { dataTable } from '../table';
import { Theme } from '../theme';
import { memberLink, membersAt, Picture, Scene } from './picture';

/** A ring chart. The table beside it is its legend. */
export class PiePicture implements Picture {
  public readonly element: HTMLElement;
  private readonly takeaway = element('p', { class: 'takeaway' });
  private readonly legend = element('div');
  private readonly chart: Chart;
  private readonly colours: MemberColours;
  private evaluation?: Evaluation;

  constructor(private readonly scene: Scene) {
    this.chart = new Chart(scene.question.data.question.id, 'pie', (place) => this.open(place));
    this.colours = new MemberColours(membersAt(scene.question.whole!.groups('slice'), 0));
    this.element = element('div', {}, this.takeaway, element('div', { class: 'beside' }, this.chart.element, this.legend));
  }

  public draw(evaluation: Evaluation): void {
    this.evaluation = evaluation;
    const { question } = this.scene;
    const [measure] = evaluation.measures;
    const slices = evaluation.groups('slice').map(({ members: [member], values: [value] }) =>
      ({ name: member.text, value: value ?? 0, colour: this.colours.of(member) }));
    const total = evaluation.groups()[0].values[0] ?? 0;
    fill(this.takeaway, element('strong', {}, slices[0].name), ` has the largest share: ${percent(slices[0].value / total)} of ${formatted(total, measure.format)}`
      + `${measure.format === 'count' ? ` ${measure.unit}` : ''}.`);
    const colours = slices.map(({ colour }) => `var(${colour})`);
    fill(this.legend, dataTable(question.data.question.title, computedTable(question, evaluation), this.scene, { colours }));
    this.chart.draw((theme) => this.drawn(slices, total, measure, theme));
  }

  private open(place: number): void {
    const { dimension } = this.evaluation!.role('slice')!;
    const address = memberLink(this.scene, dimension, this.evaluation!.groups('slice')[place].members[0]);
    if (address !== undefined) this.scene.open(address);
  }

  private drawn(slices: Ring['slices'], total: number, measure: Measure, theme: Theme): Drawn {
    const inWords = (value: number) => `${formatted(value, measure.format)} (${percent(value / total)})`;
    const { title } = this.scene.question.data.question;
    const option = ringChart({
      name: title, slices, total: formatted(total, measure.format), unit: measure.format === 'count' ? measure.unit : measure.label.toLowerCase(), inWords,
    }, theme);
    return { option, description: `${title}, as a ring: ${slices.map(({ name, value }) => `${name} ${inWords(value)}`).join(', ')}.` };
  }
}
