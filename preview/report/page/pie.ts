import { seriesColours } from '../colours';
import { count, percent } from '../format';
import { ChartData } from '../page-data';
import { Picture, tooltip } from './chart';
import { Theme } from './theme';
import { Visual } from '../questions/question';

type Pie = Extract<Visual, { kind: 'pie' }>;

/** A ring; its legend is the table beside it. */
export function pie({ title, rows }: ChartData, { slice, size }: Pie, theme: Theme): Picture {
  const names = rows.map((row) => String(row[slice]));
  const total = rows.reduce((sum, row) => sum + Number(row[size]), 0);
  const inWords = (value: number): string => `${count(value)} (${percent(value / total)})`;
  const option = {
    color: seriesColours(names).map(theme.of),
    title: {
      text: count(total),
      subtext: 'requests',
      left: 'center',
      top: 'middle',
      itemGap: 6,
      textStyle: { color: theme.text, fontSize: 24 },
      subtextStyle: { color: theme.muted, fontSize: 14 },
    },
    tooltip: { ...tooltip(theme), trigger: 'item', valueFormatter: inWords },
    series: [{
      name: title,
      type: 'pie',
      radius: ['52%', '88%'],
      itemStyle: { borderColor: theme.surface, borderWidth: 2, borderRadius: 4 },
      emphasis: { scaleSize: 4 },
      label: { position: 'inner', formatter: sliceLabel, color: '#fff', fontWeight: 600, fontSize: 13 },
      labelLine: { show: false },
      data: rows.map((row, index) => ({ name: names[index], value: Number(row[size]) })),
    }],
  };
  return { option, description: `${title}, as a ring: ${rows.map((row, index) => `${names[index]} ${inWords(Number(row[size]))}`).join(', ')}.` };
}

/** A small slice has no room for its share. */
function sliceLabel({ percent: share = 0 }: { readonly percent?: number }): string {
  return share >= 6 ? `${Math.round(share)}%` : '';
}
