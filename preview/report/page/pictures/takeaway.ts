import { formatted } from '../../format';
import { Measure } from '../../metadata';
import { element, fill } from '../dom';

interface Named {
  readonly text: string;
  readonly value: number | null;
}

/** What to see, in a sentence: who has the most. Nothing where no number is known. */
export function showLargest(into: HTMLElement, named: readonly Named[], { label, format }: Pick<Measure, 'label' | 'format'>): void {
  const superlative = format === 'count' || format === 'bytes' ? 'most' : 'highest';
  show(into, named, (value) => ` has the ${superlative} ${label.toLowerCase()}: ${formatted(value, format)}.`);
}

/** The same of several measures together. */
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
