/// <reference lib="dom" />
import { inWords, seriesOf } from './series';
import { Chart as ChartElement } from '../../../report/page/chart';
import { barChart } from '../../../report/page/charts/bar-chart';
import { Plot } from '../../../report/page/charts/plot';
import { element } from '../../../report/page/dom';
import { Legend } from '../../../report/page/pictures/legend';
import { VisualData } from '../../dashboard-data';
import { written } from '../../format';

/** A bar chart. Its bars are vertical or horizontal, and stacked or beside each other. */
export class BarPicture {
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
    const { stacked, vertical, values: [{ format }] } = this.visual;
    const chart = seriesOf(this.visual);
    const plot: Plot = {
      axis: chart.axis.map(({ text, kind }) => ({ text, isStandIn: kind !== 'key' })),
      series: this.legend.shown(chart.series),
      isCount: format?.kind === 'number' && format.decimals === 0,
      inWords: (value) => written(value ?? null, format),
    };
    this.chart.draw((theme, width) => ({
      option: barChart(plot, theme, width, { stacked, vertical }),
      description: `${this.title}, as bars. ${inWords({ ...chart, series: plot.series }, plot.inWords)}.`,
    }));
  }
}
