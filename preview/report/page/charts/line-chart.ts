import { EChartsCoreOption } from 'echarts';
import { tooltip } from '../chart';
import { Theme } from '../theme';
import { Plot } from './plot';
import { valueAxis } from './value-axis';

/** A line chart. A line has a gap where a value is null. */
export function lineChart(plot: Plot, theme: Theme, width: number): EChartsCoreOption {
  const { axis, series, inWords } = plot;
  return {
    color: series.map(({ colour }) => theme.of(colour)),
    tooltip: { ...tooltip(theme), trigger: 'axis', valueFormatter: inWords },
    grid: { top: 12, bottom: 8, left: 0, right: 24 },
    xAxis: {
      type: 'category',
      data: axis.map(({ text }) => text),
      boundaryGap: false,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: theme.line } },
      axisLabel: { color: theme.muted, hideOverlap: true },
    },
    yAxis: valueAxis(plot, theme, width),
    series: series.map(({ name, values, inWords: own }) => ({
      name,
      type: 'line',
      tooltip: own && { valueFormatter: own },
      showSymbol: axis.length < 3,
      symbolSize: 7,
      lineStyle: { width: 2 },
      data: [...values],
    })),
  };
}
