/// <reference lib="dom" />
import { Chart, inWords, seriesOf } from './series';
import { Chart as ChartElement } from '../../../report/page/chart';
import { lineChart } from '../../../report/page/charts/line-chart';
import { Plot } from '../../../report/page/charts/plot';
import { element } from '../../../report/page/dom';
import { Legend } from '../../../report/page/pictures/legend';
import { axisPlaces } from '../../../report/page/pictures/time-axis';
import { VisualData } from '../../dashboard-data';
import { written } from '../../format';

/** A line chart. A line has a gap where the answer has no row. */
export class LinePicture {
  public readonly element: HTMLElement;
  private readonly legend = new Legend(() => this.redraw());
  private readonly chart: ChartElement;

  constructor(private readonly visual: VisualData, private readonly title: string) {
    this.chart = new ChartElement(visual.id, 'fills');
    this.element = element('div', { class: 'with-legend' }, this.legend.element, this.chart.element);
    this.legend.show(seriesOf(visual).series);
    this.redraw();
  }

  private redraw(): void {
    const { values: [{ format }] } = this.visual;
    const chart = seriesOf(this.visual);
    const shown = this.legend.shown(chart.series);
    const { axis, series } = this.withEveryTime({ ...chart, series: shown });
    const plot: Plot = {
      axis: axis.map(({ text }) => ({ text, isStandIn: false })),
      series,
      isCount: format?.kind === 'number' && format.decimals === 0,
      inWords: (value) => written(value ?? null, format),
    };
    this.chart.draw((theme, width) => ({
      option: lineChart(plot, theme, width),
      description: `${this.title}, as lines. ${inWords({ ...chart, series: shown }, plot.inWords)}.`,
    }));
  }

  /** Adds the times between the first and the last that the answer has no row for. */
  private withEveryTime(chart: Chart): Chart {
    const category = this.visual.dimensions.find(({ role }) => role === 'category')!;
    const places = axisPlaces(chart.axis, category.isTime ? 'day' : 'text', (key) => written(key, category.format));
    return {
      axis: places.map(({ text, index }) => index === undefined ? { kind: 'key', key: text, text } : chart.axis[index]),
      series: chart.series.map((each) => ({ ...each, values: places.map(({ index }) => index === undefined ? null : each.values[index]) })),
    };
  }
}
