/// <reference lib="dom" />
import { EChartsCoreOption } from 'echarts';
import { AnswerRow } from '../answer';
import { statusColours } from '../colours';
import { count, percent } from '../format';
import { ChartData } from '../page-data';
import { Chart, tooltip } from './chart';
import { Theme } from './theme';
import { Visual } from '../questions/question';

type Bar = Extract<Visual, { kind: 'bar' }>;

const FIRST_FAILED = 400;
const NARROW = 520;

/** Bars of one plan at a time: which, and whether only failed requests, the reader chooses. */
export class BarPicture {
  private readonly filter: HTMLSelectElement;
  private readonly failed: HTMLInputElement;
  private readonly takeaway: HTMLElement;
  /** All of them, so that a status has the same colour whichever plan is chosen. */
  private readonly colours: readonly string[];

  constructor(private readonly data: ChartData, private readonly visual: Bar, private readonly chart: Chart) {
    this.filter = document.getElementById(`filter-${data.id}`) as HTMLSelectElement;
    this.failed = document.getElementById(`failed-${data.id}`) as HTMLInputElement;
    this.takeaway = document.getElementById(`takeaway-${data.id}`)!;
    this.colours = unique(data.rows.map((row) => this.colour(row))).sort();
  }

  public start(): void {
    this.filter.addEventListener('change', () => this.draw());
    this.failed.addEventListener('change', () => this.draw());
    this.draw();
  }

  private draw(): void {
    const ofPlan = this.data.rows.filter((row) => String(row[this.visual.filter]) === this.filter.value);
    const rows = this.failed.checked ? ofPlan.filter((row) => Number(row[this.visual.colour]) >= FIRST_FAILED) : ofPlan;
    const bars = unique(ofPlan.map((row) => String(row[this.visual.bar])));
    this.takeaway.textContent = this.sentence(ofPlan, bars);
    this.chart.fit(bars.length);
    const description = this.description(rows, bars);
    this.chart.draw((theme, width) => ({ option: this.option(rows, bars, theme, width), description }));
  }

  private sentence(rows: readonly AnswerRow[], [first]: readonly string[]): string {
    const ofFirst = rows.filter((row) => String(row[this.visual.bar]) === first);
    const all = this.total(ofFirst);
    const failed = this.total(ofFirst.filter((row) => Number(row[this.visual.colour]) >= FIRST_FAILED));
    return `${first} sends the most: ${count(all)} requests, of which ${percent(failed / all)} failed.`;
  }

  private total(rows: readonly AnswerRow[]): number {
    return rows.reduce((sum, row) => sum + Number(row[this.visual.size]), 0);
  }

  private colour(row: AnswerRow): string {
    return String(row[this.visual.colour] ?? '(none)');
  }

  private requests(rows: readonly AnswerRow[], bar: string, status: string): number {
    return this.total(rows.filter((row) => String(row[this.visual.bar]) === bar && this.colour(row) === status));
  }

  private description(rows: readonly AnswerRow[], bars: readonly string[]): string {
    const inWords = (bar: string) => rows.filter((row) => String(row[this.visual.bar]) === bar)
      .map((row) => `${count(Number(row[this.visual.size]))} with ${this.colour(row)}`).join(', ');
    return `${this.data.title}, ${this.filter.value}, as bars. ${bars.map((bar) => `${bar}: ${inWords(bar) || 'none'}`).join('; ')}.`;
  }

  private option(rows: readonly AnswerRow[], bars: readonly string[], theme: Theme, width: number): EChartsCoreOption {
    const shown = unique(rows.map((row) => this.colour(row))).sort();
    const colours = statusColours(this.colours);
    const narrow = width < NARROW;
    return {
      color: shown.map((status) => theme.of(colours[this.colours.indexOf(status)])),
      tooltip: { ...tooltip(theme), trigger: 'axis', axisPointer: { type: 'shadow' }, valueFormatter: (value?: number | null) => count(value ?? 0) },
      legend: { type: 'scroll', top: 0, left: 0, itemWidth: 14, textStyle: { color: theme.text }, inactiveColor: theme.muted, pageTextStyle: { color: theme.text } },
      grid: { top: 40, bottom: 8, left: 0, right: 24 },
      xAxis: {
        type: 'value',
        minInterval: 1,
        splitNumber: narrow ? 3 : 5,
        axisLabel: { color: theme.muted, formatter: count },
        splitLine: { lineStyle: { color: theme.line } },
      },
      yAxis: {
        type: 'category',
        data: [...bars],
        inverse: true,
        axisTick: { show: false },
        axisLine: { lineStyle: { color: theme.line } },
        axisLabel: { color: theme.text, width: narrow ? 100 : 190, overflow: 'truncate' },
      },
      series: shown.map((status) => ({
        name: status,
        type: 'bar',
        stack: 'requests',
        barMaxWidth: 22,
        data: bars.map((bar) => this.requests(rows, bar, status) || null),
      })),
    };
  }
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
