import { Format } from './metadata';
import { Value } from './query-rows';

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const BYTES = ['bytes', 'kB', 'MB', 'GB', 'TB', 'PB'];

/** A value as people read it; times are UTC. */
export function formatted(value: Value, format: Format): string {
  if (value === null) return '–';
  switch (format) {
    case 'count': return count(Number(value));
    case 'number': return decimal(Number(value));
    case 'percent': return percent(Number(value));
    case 'milliseconds': return duration(Number(value));
    case 'bytes': return bytes(Number(value));
    case 'day': return DAY.format(new Date(value as string | number));
    case 'timestamp': return timestamp(new Date(value as string | number));
    case 'flag': return value === true || value === 1 ? 'yes' : 'no';
    default: return String(value);
  }
}

/** Whether a column of values is aligned to the right. */
export function isNumber(format: Format): boolean {
  return format === 'count' || format === 'number' || format === 'percent' || format === 'milliseconds' || format === 'bytes';
}

export function count(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 0 });
}

export function percent(share: number): string {
  if (share > 0 && share < 0.0005) return '<0.1%';
  return `${(share * 100).toFixed(1)}%`;
}

function decimal(value: number, digits = 2): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: digits });
}

function duration(milliseconds: number): string {
  if (milliseconds < 1000) return `${decimal(milliseconds, milliseconds < 10 ? 1 : 0)} ms`;
  return `${decimal(milliseconds / 1000, milliseconds < 10_000 ? 2 : 1)} s`;
}

function bytes(value: number): string {
  const power = Math.min(Math.max(Math.floor(Math.log10(Math.abs(value) || 1) / 3), 0), BYTES.length - 1);
  const scaled = value / 1000 ** power;
  return `${decimal(scaled, power === 0 || scaled >= 100 ? 0 : 1)} ${BYTES[power]}`;
}

function timestamp(time: Date): string {
  return `${DAY.format(time)}, ${time.toISOString().slice(11, 16)}`;
}
