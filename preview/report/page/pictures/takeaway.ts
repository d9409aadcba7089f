import { formatted } from '../../format';
import { Measure } from '../../metadata';
import { element, fill } from '../dom';

interface Named {
  readonly text: string;
  readonly value: number | null;
}

/** A sentence that names the largest member. None if no value is known. */
export function showLargest(into: HTMLElement, named: readonly Named[], { label, format }: Pick<Measure, 'label' | 'format'>): void {
  const superlative = format === 'count' || format === 'bytes' ? 'most' : 'highest';
  show(into, named, (value) => ` has the ${superlative} ${label.toLowerCase()}: ${formatted(value, format)}.`);
}

/** The same for the sum of several measures. */
export function showLongest(into: HTMLElement, named: readonly Named[], { format, unit }: Pick<Measure, 'format' | 'unit'>): void {
  show(into, named, (value) => ` has the longest bar: ${formatted(value, format)}${format === 'count' ? ` ${unit}` : ''}.`);
}

function show(into: HTMLElement, named: readonly Named[], sentence: (value: number) => string): void {
  const known = named.flatMap(({ text, value }) => value === null ? [] : [{ text, value }]);
  into.hidden = known.length === 0;
  if (into.hidden) return;
  const largest = known.reduce((a, b) => b.value > a.value ? b : a);
  fill(into, element('strong', {}, largest.text), sentence(largest.value));
}
