/// <reference lib="dom" />
import { EChartsCoreOption, init } from 'echarts';
import { currentTheme, Theme } from './theme';

export type OptionOf = (theme: Theme, width: number) => EChartsCoreOption;

const DARK = matchMedia('(prefers-color-scheme: dark)');
const STILL = matchMedia('(prefers-reduced-motion: reduce)');

/** A chart that follows its width, and light and dark. */
export class Chart {
  private readonly element: HTMLElement;
  private readonly chart: ReturnType<typeof init>;
  private option?: OptionOf;

  constructor(id: string) {
    this.element = document.getElementById(`chart-${id}`)!;
    this.chart = init(this.element, undefined, { renderer: 'svg' });
    DARK.addEventListener('change', () => this.redraw());
    new ResizeObserver(() => {
      this.chart.resize();
      this.redraw();
    }).observe(this.element);
  }

  public draw(option: OptionOf): void {
    this.option = option;
    this.redraw();
  }

  /** `rows` is how many bars there are to find room for. */
  public fit(rows: number): void {
    this.element.style.height = `${96 + rows * 34}px`;
    this.chart.resize();
  }

  private redraw(): void {
    if (!this.option) return;
    const theme = currentTheme();
    const general = {
      animation: !STILL.matches,
      animationDuration: 350,
      textStyle: { fontFamily: theme.font, color: theme.text },
      // All of it, for it is what a screen reader has of the picture.
      aria: { enabled: true, label: { data: { maxCount: 200 }, series: { maxCount: 40 } } },
    };
    this.chart.setOption({ ...general, ...this.option(theme, this.element.clientWidth) }, { notMerge: true });
  }
}

/** How a tooltip looks; names in it are escaped by the library. */
export function tooltip(theme: Theme): object {
  return { backgroundColor: theme.surface, borderColor: theme.line, textStyle: { color: theme.text }, confine: true };
}
