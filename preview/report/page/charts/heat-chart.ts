import { EChartsCoreOption } from 'echarts';
import { tooltip } from '../chart';
import { Theme } from '../theme';

export interface HeatField {
  readonly name: string;
  readonly x: readonly string[];
  readonly y: readonly string[];
  /** Places and number. */
  readonly cells: readonly (readonly [x: number, y: number, value: number])[];
  inWords(value: number): string;
}

/** Cells, the darker the more. */
export function heatChart({ name, x, y, cells, inWords }: HeatField, theme: Theme): EChartsCoreOption {
  const axis = (texts: readonly string[]) => ({
    type: 'category',
    data: [...texts],
    axisTick: { show: false },
    axisLine: { show: false },
    axisLabel: { color: theme.muted, hideOverlap: true },
  });
  return {
    tooltip: { ...tooltip(theme), formatter: undefined, valueFormatter: ([, , value]: readonly number[]) => inWords(value) },
    grid: { top: 8, bottom: 8, left: 0, right: 8 },
    xAxis: axis(x),
    yAxis: { ...axis(y), inverse: true },
    visualMap: { show: false, min: 0, max: Math.max(...cells.map(([, , value]) => value)), inRange: { color: [theme.of('--heat-0'), theme.of('--heat-1')] } },
    series: [{
      name,
      type: 'heatmap',
      itemStyle: { borderColor: theme.surface, borderWidth: 2, borderRadius: 3 },
      data: cells.map((cell) => [...cell]),
    }],
  };
}
