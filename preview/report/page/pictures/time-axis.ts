import { Member } from '../../evaluate/member';
import { formatted } from '../../format';
import { Format } from '../../metadata';
import { Value } from '../../query-rows';

/** A place on the axis with the index of its row; undefined if the answer has no row for it. */
export interface AxisPlace {
  readonly text: string;
  readonly index?: number;
}

const DAY_MS = 86_400_000;
const LONGEST_AXIS = 2000;

/**
 * The places of an axis in order, without gaps: a day without requests has a place although the answer has no row for it.
 * An axis of texts is unchanged.
 */
export function axisPlaces(axis: readonly Member[], format: Format, write = (key: Value) => formatted(key, format)): AxisPlace[] {
  const text = ({ kind, key, text: shown }: Member) => kind === 'key' ? write(key) : shown;
  const plain = axis.map((member, index) => ({ text: text(member), index }));
  const numbers = axis.map(({ key }) => numberOf(key, format));
  const known = numbers.filter((number) => number !== undefined);
  if (known.length < 2 || known.length < axis.length) return plain;
  const places = new Map(numbers.map((number, index) => [number, index]));
  const next = stepOf(known, format);
  const filled: AxisPlace[] = [];
  const last = Math.max(...known);
  for (let number = Math.min(...known); number <= last; number = next(number)) {
    if (filled.length > LONGEST_AXIS) return plain;
    filled.push({ text: write(format === 'number' ? number : new Date(number).toISOString()), index: places.get(number) });
  }
  // If the steps do not meet all values, the values are not evenly spaced.
  return filled.filter(({ index }) => index !== undefined).length === axis.length ? filled : plain;
}

function numberOf(key: Member['key'], format: Format): number | undefined {
  if (format === 'number' || format === 'count') return typeof key === 'number' && Number.isInteger(key) ? key : undefined;
  return (format === 'day' || format === 'timestamp') && typeof key === 'string' ? Date.parse(key) : undefined;
}

/** The step of an axis: 1 for numbers, and for times the longest of month, week, day and hour that fits. */
function stepOf(numbers: readonly number[], format: Format): (number: number) => number {
  if (format === 'number' || format === 'count') return (number) => number + 1;
  const dates = numbers.map((number) => new Date(number));
  if (dates.every((date) => date.getUTCDate() === 1) && dates.length > 1) {
    return (number) => Date.UTC(new Date(number).getUTCFullYear(), new Date(number).getUTCMonth() + 1, 1);
  }
  const step = [7 * DAY_MS, DAY_MS, DAY_MS / 24].find((length) => numbers.every((number) => (number - numbers[0]) % length === 0)) ?? DAY_MS / 24;
  return (number) => number + step;
}
