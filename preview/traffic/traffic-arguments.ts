import { InvalidArgumentError, Option } from 'commander';
import { DAY, DEFAULT_FROM, DEFAULT_TRAFFIC, TrafficOptions } from './traffic-options';

/** The options for generated traffic. They conflict with a file of requests. */
export const TRAFFIC_ARGUMENTS: readonly Option[] = [
  new Option('--count <N>', 'number of requests to generate').argParser(whole(100_000_000)).default(DEFAULT_TRAFFIC.count),
  new Option('--seed <S>', 'any text; the same seed generates the same requests').default(DEFAULT_TRAFFIC.seed),
  new Option('--from <DATE>', 'first day of the generated requests, UTC').argParser(date).default(DEFAULT_TRAFFIC.from, DEFAULT_FROM),
  new Option('--days <N>', 'number of days of generated requests').argParser(whole(3660)).default(DEFAULT_TRAFFIC.days),
].map((option) => option.conflicts('requests'));

/** The options for generated traffic among all parsed options. */
export function trafficOptions({ count, seed, from, days }: TrafficOptions): TrafficOptions {
  return { count, seed, from, days };
}

function whole(most: number): (value: string) => number {
  return (value) => {
    if (!/^\d+$/.test(value) || Number(value) < 1 || Number(value) > most) throw new InvalidArgumentError(`Give a whole number from 1 to ${most}.`);
    return Number(value);
  };
}

const EARLIEST = Date.UTC(2000, 0, 1);
const LATEST = Date.UTC(9999, 0, 1) - 3661 * DAY;

function date(value: string): number {
  const time = /^\d{4}-\d\d-\d\d$/.test(value) ? Date.parse(value) : NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== value || time < EARLIEST || time > LATEST) {
    throw new InvalidArgumentError('Give a day from 2000-01-01 on, such as 2026-10-01.');
  }
  return time;
}
