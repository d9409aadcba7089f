import { EChartsCoreOption } from 'echarts';
import { Colour } from '../../colours';
import { tooltip } from '../chart';
import { Theme } from '../theme';

export interface Ring {
  readonly name: string;
  readonly slices: readonly { readonly name: string; readonly value: number; readonly colour: Colour }[];
  /** What stands in the middle: a number, and what it is. */
  readonly total: string;
  readonly unit: string;
  inWords(value: number): string;
}

/** A ring of slices. */
export function ringChart({ name, slices, total, unit, inWords }: Ring, theme: Theme): EChartsCoreOption {
  return {
    color: slices.map(({ colour }) => theme.of(colour)),
    title: {
      text: total,
      subtext: unit,
      left: 'center',
      top: 'middle',
      itemGap: 6,
      textStyle: { color: theme.text, fontSize: 24 },
      subtextStyle: { color: theme.muted, fontSize: 14 },
    },
    tooltip: { ...tooltip(theme), trigger: 'item', valueFormatter: inWords },
    series: [{
      name,
      type: 'pie',
      radius: ['52%', '88%'],
      itemStyle: { borderColor: theme.surface, borderWidth: 2, borderRadius: 4 },
      emphasis: { scaleSize: 4 },
      label: { position: 'inner', formatter: sliceLabel, color: '#fff', fontWeight: 600, fontSize: 13 },
      labelLine: { show: false },
      data: slices.map(({ name: of, value }) => ({ name: of, value })),
    }],
  };
}

/** A small slice has no room for its share. */
function sliceLabel({ percent: share = 0 }: { readonly percent?: number }): string {
  return share >= 6 ? `${Math.round(share)}%` : '';
}
