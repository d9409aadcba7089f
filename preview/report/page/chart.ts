/// <reference lib="dom" />
import { EChartsCoreOption, init } from 'echarts';
import { element } from './dom';
import { currentTheme, Theme } from './theme';

/** What to draw, and the same in words for who cannot see it. */
export interface Drawn {
  readonly option: EChartsCoreOption;
  readonly description: string;
}

export type Drawing = (theme: Theme, width: number) => Drawn;

/** A chart that follows its width, and light and dark. */
export class Chart {
  public readonly element: HTMLElement;
  private chart?: ReturnType<typeof init>;
  private drawing?: Drawing;

  /** `clicked` is told of the series and the place of what is clicked. */
  constructor(id: string, kind: string, private readonly clicked?: (place: number, series: number) => void) {
    this.element = element('div', { class: `chart ${kind}`, id: `chart-${id}` });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.redraw());
    new ResizeObserver(() => this.resize()).observe(this.element);
  }

  public draw(drawing: Drawing): void {
    this.drawing = drawing;
    this.redraw();
  }

  /** `rows` is how many bars there are to find room for. */
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
    // A hidden chart has no size; it is drawn when it gets one.
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

/** How a tooltip looks; names in it are escaped by the library. */
export function tooltip(theme: Theme): object {
  return { backgroundColor: theme.surface, borderColor: theme.line, textStyle: { color: theme.text }, confine: true };
}
