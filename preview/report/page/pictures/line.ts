/// <reference lib="dom" />
import { Evaluation } from '../../evaluate/evaluation';
import { formatted } from '../../format';
import { dimensionOf, Format } from '../../metadata';
import { Chart } from '../chart';
import { lineChart } from '../charts/line-chart';
import { Plot } from '../charts/plot';
import { element } from '../dom';
import { Choice, choiceOf } from './choice';
import { Legend } from './legend';
import { membersAt, Picture, Scene } from './picture';
import { SeriesMaker, SeriesTable } from './series';
import { axisPlaces } from './time-axis';

/** Lines over time, one for each series. */
export class LinePicture implements Picture {
  public readonly element: HTMLElement;
  private readonly legend = new Legend(() => this.redraw());
  private readonly chart: Chart;
  private readonly choice?: Choice;
  private readonly maker: SeriesMaker;
  private readonly format: Format;
  private evaluation?: Evaluation;

  constructor(private readonly scene: Scene) {
    const { visual, question } = scene.question.data;
    this.chart = new Chart(question.id, 'line');
    this.maker = new SeriesMaker(scene.question.whole!, 'x');
    this.format = dimensionOf(visual!, 'x')!.format;
    this.choice = choiceOf(visual!, () => this.redraw());
    this.element = element('div', {}, this.choice?.element, this.legend.element, this.chart.element);
  }

  public draw(evaluation: Evaluation): void {
    this.evaluation = evaluation;
    this.choice?.offer(membersAt(evaluation.groups('choice'), 0));
    this.redraw();
  }

  private redraw(): void {
    const table = this.maker.make(this.evaluation!, this.choice?.chosen);
    this.legend.show(table.series);
    this.chart.draw((theme, width) => ({ option: lineChart(this.plot(table), theme, width), description: this.description(table) }));
  }

  private description({ axis, series, measure }: SeriesTable): string {
    const shown = this.legend.shown(series);
    const places = axisPlaces(axis, this.format).filter(({ index }) => index !== undefined);
    const inWords = (values: readonly (number | null)[]) => places.map(({ text, index }) => `${text}: ${formatted(values[index!], measure.format)}`).join(', ');
    return `${this.scene.question.data.question.title}, as lines. ${shown.map(({ name, values }) => `${name}: ${inWords(values)}`).join('; ')}.`;
  }

  private plot({ axis, series, measure }: SeriesTable): Plot {
    const places = axisPlaces(axis, this.format);
    // A missing row means 0 for a measure that can be added. A ratio or a percentile has no value there.
    const absent = measure.formula.kind === 'sum' || measure.formula.kind === 'distinct' ? 0 : null;
    return {
      axis: places.map(({ text }) => ({ text, isStandIn: false })),
      series: this.legend.shown(series)
        .map((each) => ({ ...each, values: places.map(({ index }) => (index === undefined ? undefined : each.values[index]) ?? absent) })),
      isCount: measure.format === 'count',
      inWords: (value) => formatted(value ?? null, measure.format),
    };
  }
}
