/// <reference lib="dom" />
import { EChartsCoreOption, init } from 'echarts';
import { element } from './dom';
import { currentTheme, Theme } from './theme';

/** The options of the chart, and a description of it for screen readers. */
export interface Drawn {
  readonly option: EChartsCoreOption;
  readonly description: string;
}

export type Drawing = (theme: Theme, width: number) => Drawn;

/** A chart that adapts to its width and to light and dark mode. */
export class Chart {
  public readonly element: HTMLElement;
  private chart?: ReturnType<typeof init>;
  private drawing?: Drawing;

  /** `clicked` gets the series and the place of a clicked item. */
  constructor(id: string, kind: string, private readonly clicked?: (place: number, series: number) => void) {
    this.element = element('div', { class: `chart ${kind}`, id: `chart-${id}` });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.redraw());
    new ResizeObserver(() => this.resize()).observe(this.element);
  }

  public draw(drawing: Drawing): void {
    this.drawing = drawing;
    this.redraw();
  }

  /** `rows` is the number of bars, on which the height depends. */
  public fit(rows: number): void {
    this.element.style.height = `${44 + rows * 34}px`;
    this.chart?.resize();
  }

  private resize(): void {
    if (this.element.clientWidth === 0) return;
    this.chart?.resize();
    this.redraw();
  }

  private redraw(): void {
    // A hidden chart has no size. It is drawn once it is visible.
    if (!this.drawing || this.element.clientWidth === 0) return;
    const theme = currentTheme();
    const { option, description } = this.drawing(theme, this.element.clientWidth);
    const general = {
      animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
      animationDuration: 350,
      textStyle: { fontFamily: theme.font, color: theme.text },
      aria: { enabled: true, label: { description } },
    };
    this.started().setOption({ ...general, ...option }, { notMerge: true });
  }

  private started(): ReturnType<typeof init> {
    if (this.chart) return this.chart;
    this.chart = init(this.element, undefined, { renderer: 'svg' });
    this.chart.on('click', ({ dataIndex, seriesIndex }) => this.clicked?.(dataIndex, seriesIndex ?? 0));
    return this.chart;
  }
}

/** The style of tooltips. The library escapes the names in them. */
export function tooltip(theme: Theme): object {
  return { backgroundColor: theme.surface, borderColor: theme.line, textStyle: { color: theme.text }, confine: true };
}
