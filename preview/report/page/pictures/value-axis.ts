import { formatted } from '../../format';
import { Measure } from '../../metadata';
import { Theme } from '../theme';

const NARROW = 520;

export function isNarrow(width: number): boolean {
  return width < NARROW;
}

/** A value of a measure in words. */
export function valueInWords({ format }: Measure): (value?: number | null) => string {
  return (value) => formatted(value ?? null, format);
}

/** The axis of the values of a measure. Counts have no ticks between whole numbers. */
export function valueAxis(measure: Measure, theme: Theme, width: number) {
  return {
    type: 'value',
    minInterval: measure.format === 'count' ? 1 : 0,
    splitNumber: isNarrow(width) ? 3 : 5,
    axisLabel: { color: theme.muted, formatter: valueInWords(measure), hideOverlap: true },
    splitLine: { lineStyle: { color: theme.line } },
  };
}
