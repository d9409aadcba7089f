/// <reference lib="dom" />
import { Evaluation } from '../../evaluate/evaluation';
import { formatted } from '../../format';
import { Chart } from '../chart';
import { barChart } from '../charts/bar-chart';
import { Plot } from '../charts/plot';
import { element } from '../dom';
import { Choice, choiceOf } from './choice';
import { Legend } from './legend';
import { memberLink, membersAt, Picture, Scene } from './picture';
import { SeriesMaker, SeriesTable } from './series';
import { showLargest, showLongest } from './takeaway';

/** A bar chart. Several series are stacked. With a choice, it shows one value of the choice at a time. */
export class BarPicture implements Picture {
  public readonly element: HTMLElement;
  private readonly takeaway = element('p', { 'class': 'takeaway', 'aria-live': 'polite' });
  private readonly legend = new Legend(() => this.redraw());
  private readonly chart: Chart;
  private readonly choice?: Choice;
  private readonly maker: SeriesMaker;
  private evaluation?: Evaluation;
  private table?: SeriesTable;

  constructor(private readonly scene: Scene) {
    this.chart = new Chart(scene.question.data.question.id, 'bar', (place) => this.open(place));
    this.maker = new SeriesMaker(scene.question.whole!, 'bar');
    this.choice = choiceOf(scene.question.data.visual!, () => this.redraw());
    this.element = element('div', {}, this.choice?.element, this.takeaway, this.legend.element, this.chart.element);
  }

  public draw(evaluation: Evaluation): void {
    this.evaluation = evaluation;
    this.choice?.offer(membersAt(evaluation.groups('choice'), 0));
    this.redraw();
  }

  private redraw(): void {
    const table = this.maker.make(this.evaluation!, this.choice?.chosen);
    this.table = table;
    const named = table.axis.flatMap(({ kind, text }, place) => kind === 'rest' ? [] : [{ text, value: table.totals[place] }]);
    const isOneMeasure = this.evaluation!.role('colour') !== undefined || table.series.length === 1;
    (isOneMeasure ? showLargest : showLongest)(this.takeaway, named, table.measure);
    this.legend.show(table.series);
    this.chart.fit(table.axis.length);
    this.chart.draw((theme, width) => ({
      option: barChart(this.plot(table), theme, width, { stacked: true, vertical: false }), description: this.description(table),
    }));
  }

  private open(place: number): void {
    const address = memberLink(this.scene, this.evaluation!.role('bar')!.dimension, this.table!.axis[place]);
    if (address !== undefined) this.scene.open(address);
  }

  private description({ axis, series, measure }: SeriesTable): string {
    const { title } = this.scene.question.data.question;
    const shown = this.legend.shown(series);
    const value = (values: readonly (number | null)[], place: number) => formatted(values[place], measure.format);
    const inWords = (place: number) => series.length === 1 ? value(series[0].values, place)
      : shown.filter(({ values }) => values[place] !== null).map(({ name, values }) => `${value(values, place)} with ${name}`).join(', ') || 'none';
    const chosen = this.choice?.chosen;
    return `${title}${chosen ? `, ${chosen.text}` : ''}, as bars. ${axis.map(({ text }, place) => `${text}: ${inWords(place)}`).join('; ')}.`;
  }

  private plot({ axis, series, measure }: SeriesTable): Plot {
    return {
      axis: axis.map(({ text, kind }) => ({ text, isStandIn: kind !== 'key' })),
      series: this.legend.shown(series),
      isCount: measure.format === 'count',
      inWords: (value) => formatted(value ?? null, measure.format),
    };
  }
}
