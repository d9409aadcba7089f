/// <reference lib="dom" />
import { EChartsCoreOption } from 'echarts';
import { Evaluation } from '../../evaluate/evaluation';
import { formatted } from '../../format';
import { dimensionOf, Format } from '../../metadata';
import { Chart, tooltip } from '../chart';
import { element } from '../dom';
import { Theme } from '../theme';
import { Choice, choiceOf } from './choice';
import { Legend } from './legend';
import { membersAt, Picture, Scene } from './picture';
import { SeriesMaker, SeriesTable } from './series';
import { axisPlaces } from './time-axis';
import { valueAxis, valueInWords } from './value-axis';

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
    this.chart.draw((theme, width) => ({ option: this.option(table, theme, width), description: this.description(table) }));
  }

  private description({ axis, series, measure }: SeriesTable): string {
    const shown = this.legend.shown(series);
    const places = axisPlaces(axis, this.format).filter(({ index }) => index !== undefined);
    const inWords = (values: readonly (number | null)[]) => places.map(({ text, index }) => `${text}: ${formatted(values[index!], measure.format)}`).join(', ');
    return `${this.scene.question.data.question.title}, as lines. ${shown.map(({ name, values }) => `${name}: ${inWords(values)}`).join('; ')}.`;
  }

  private option({ axis, series, measure }: SeriesTable, theme: Theme, width: number): EChartsCoreOption {
    const shown = this.legend.shown(series);
    const places = axisPlaces(axis, this.format);
    const inWords = valueInWords(measure);
    // A missing row means 0 for a measure that can be added. A ratio or a percentile has no value there.
    const absent = measure.formula.kind === 'sum' || measure.formula.kind === 'distinct' ? 0 : null;
    return {
      color: shown.map(({ colour }) => theme.of(colour)),
      tooltip: { ...tooltip(theme), trigger: 'axis', valueFormatter: inWords },
      grid: { top: 12, bottom: 8, left: 0, right: 24 },
      xAxis: {
        type: 'category',
        data: places.map(({ text }) => text),
        boundaryGap: false,
        axisTick: { show: false },
        axisLine: { lineStyle: { color: theme.line } },
        axisLabel: { color: theme.muted, hideOverlap: true },
      },
      yAxis: valueAxis(measure, theme, width),
      series: shown.map(({ name, values }) => ({
        name,
        type: 'line',
        showSymbol: places.length < 3,
        symbolSize: 7,
        lineStyle: { width: 2 },
        data: places.map(({ index }) => (index === undefined ? undefined : values[index]) ?? absent),
      })),
    };
  }
}
