import { EChartsCoreOption } from 'echarts';
import { tooltip } from '../chart';
import { Theme } from '../theme';
import { Plot } from './plot';
import { isNarrow, valueAxis } from './value-axis';

export interface BarOptions {
  /** Whether the bars of the series are one; else they are beside each other. */
  readonly stacked: boolean;
  /** Whether bars stand; else they lie. */
  readonly vertical: boolean;
}

/** Bars, with their numbers where there is one series. */
export function barChart(plot: Plot, theme: Theme, width: number, { stacked, vertical }: BarOptions): EChartsCoreOption {
  const { axis, series, inWords } = plot;
  const single = series.length === 1;
  const values = valueAxis(plot, theme, width);
  const categories = {
    type: 'category',
    data: axis.map(({ text, isStandIn }) => ({ value: text, textStyle: { color: isStandIn ? theme.muted : theme.text } })),
    inverse: !vertical,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: theme.line } },
    axisLabel: { color: theme.text, width: isNarrow(width) ? 100 : 190, overflow: 'truncate', hideOverlap: vertical },
  };
  return {
    color: series.map(({ colour }) => theme.of(colour)),
    tooltip: { ...tooltip(theme), trigger: 'axis', axisPointer: { type: 'shadow' }, valueFormatter: inWords },
    grid: { top: vertical ? 24 : 8, bottom: 8, left: 0, right: single && !vertical ? 72 : 24 },
    xAxis: vertical ? categories : values,
    yAxis: vertical ? values : categories,
    series: series.map(({ name, values: data, inWords: own }) => ({
      name,
      type: 'bar',
      tooltip: own && { valueFormatter: own },
      stack: stacked ? 'all' : undefined,
      barMaxWidth: 22,
      cursor: 'pointer',
      label: { show: single, position: vertical ? 'top' : 'right', color: theme.text, formatter: ({ value }: { readonly value: number | null }) => inWords(value) },
      data: data.map((value) => value || null),
    })),
  };
}
