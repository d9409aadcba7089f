import { AnswerColumn } from './questions/question';

export type Value = string | number | null;

/** A value as people read it; the page and its script both use this. */
export function formatted(value: Value, format: AnswerColumn['format']): string {
  if (value === null) return '(none)';
  if (format === 'count') return count(Number(value));
  return format === 'percent' ? percent(Number(value)) : String(value);
}

export function count(value: number): string {
  return value.toLocaleString('en-US');
}

export function percent(share: number): string {
  if (share > 0 && share < 0.0005) return '<0.1%';
  return `${(share * 100).toFixed(1)}%`;
}
