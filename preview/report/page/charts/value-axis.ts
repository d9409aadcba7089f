import { Theme } from '../theme';
import { Plot } from './plot';

const NARROW = 520;

export function isNarrow(width: number): boolean {
  return width < NARROW;
}

/** The axis of the values. Counts have no ticks between whole numbers. */
export function valueAxis({ isCount, inWords }: Plot, theme: Theme, width: number) {
  return {
    type: 'value',
    minInterval: isCount ? 1 : 0,
    splitNumber: isNarrow(width) ? 3 : 5,
    axisLabel: { color: theme.muted, formatter: inWords, hideOverlap: true },
    splitLine: { lineStyle: { color: theme.line } },
  };
}
