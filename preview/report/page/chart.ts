/// <reference lib="dom" />
import { EChartsCoreOption, init } from 'echarts';
import { currentTheme, Theme } from './theme';

/** What to draw, and the same in words for who cannot see it. */
export interface Picture {
  readonly option: EChartsCoreOption;
  readonly description: string;
}

export type Drawing = (theme: Theme, width: number) => Picture;

const DARK = matchMedia('(prefers-color-scheme: dark)');
const STILL = matchMedia('(prefers-reduced-motion: reduce)');

/** A chart that follows its width, and light and dark. */
export class Chart {
  private readonly element: HTMLElement;
  private readonly chart: ReturnType<typeof init>;
  private drawing?: Drawing;

  constructor(id: string) {
    this.element = document.getElementById(`chart-${id}`)!;
    this.chart = init(this.element, undefined, { renderer: 'svg' });
    DARK.addEventListener('change', () => this.redraw());
    new ResizeObserver(() => {
      this.chart.resize();
      this.redraw();
    }).observe(this.element);
  }

  public draw(drawing: Drawing): void {
    this.drawing = drawing;
    this.redraw();
  }

  /** `rows` is how many bars there are to find room for. */
  public fit(rows: number): void {
    this.element.style.height = `${96 + rows * 34}px`;
    this.chart.resize();
  }

  private redraw(): void {
    if (!this.drawing) return;
    const theme = currentTheme();
    const { option, description } = this.drawing(theme, this.element.clientWidth);
    const general = {
      animation: !STILL.matches,
      animationDuration: 350,
      textStyle: { fontFamily: theme.font, color: theme.text },
      aria: { enabled: true, label: { description } },
    };
    this.chart.setOption({ ...general, ...option }, { notMerge: true });
  }
}

/** How a tooltip looks; names in it are escaped by the library. */
export function tooltip(theme: Theme): object {
  return { backgroundColor: theme.surface, borderColor: theme.line, textStyle: { color: theme.text }, confine: true };
}
