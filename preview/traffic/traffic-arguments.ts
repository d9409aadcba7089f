import { InvalidArgumentError, Option } from 'commander';
import { DAY, DEFAULT_FROM, DEFAULT_TRAFFIC, TrafficOptions } from './traffic-options';

/** The options of the command line that say what traffic to make; none goes with a file of requests. */
export const TRAFFIC_ARGUMENTS: readonly Option[] = [
  new Option('--count <N>', 'how many requests to make, where no file has them').argParser(whole(100_000_000)).default(DEFAULT_TRAFFIC.count),
  new Option('--seed <S>', 'the same seed makes the same requests, in any text').default(DEFAULT_TRAFFIC.seed),
  new Option('--from <DATE>', 'first day of the requests made, UTC').argParser(date).default(DEFAULT_TRAFFIC.from, DEFAULT_FROM),
  new Option('--days <N>', 'how many days of requests to make').argParser(whole(3660)).default(DEFAULT_TRAFFIC.days),
].map((option) => option.conflicts('requests'));

/** The traffic that parsed options ask for. */
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
    throw new InvalidArgumentError('Give a day from 2000 on, like 2026-10-01.');
  }
  return time;
}
