import { EChartsCoreOption } from 'echarts';
import { seriesColours } from '../colours';
import { count, percent } from '../format';
import { ChartData } from '../page-data';
import { tooltip } from './chart';
import { Theme } from './theme';
import { Visual } from '../../../src/query/question';

type Pie = Extract<Visual, { kind: 'pie' }>;

/** A ring; its legend is the table beside it. */
export function pieOption({ title, rows }: ChartData, { slice, size }: Pie, theme: Theme): EChartsCoreOption {
  const names = rows.map(row => String(row[slice]));
  const total = rows.reduce((sum, row) => sum + Number(row[size]), 0);
  return {
    color: seriesColours(names).map(theme.of),
    tooltip: { ...tooltip(theme), trigger: 'item', valueFormatter: (value: number) => `${count(value)} (${percent(value / total)})` },
    series: [{
      name: title,
      type: 'pie',
      radius: ['52%', '88%'],
      itemStyle: { borderColor: theme.surface, borderWidth: 2, borderRadius: 4 },
      emphasis: { scaleSize: 4 },
      label: { position: 'inner', formatter: ({ percent: share }: { percent?: number }) => (share && share >= 6 ? `${Math.round(share)}%` : ''), color: '#fff', fontWeight: 600, fontSize: 13 },
      labelLine: { show: false },
      data: rows.map((row, index) => ({ name: names[index], value: Number(row[size]) })),
    }],
  };
}
