import { Caller } from './callers';
import { NEW_SINCE } from './customers';
import { DAY, HOUR, TrafficOptions } from './traffic-options';

/** The weight of an hour among the hours of a caller. `progress` increases from 0 to 1 over all days. */
export function hourWeight(caller: Caller, hour: number, progress: number): number {
  switch (caller.kind) {
    case 'monitor': return 1;
    case 'unknownKey': return daily(hour);
    case 'prober': return during(progress, 0.55, 0.58) + during(progress, 0.80, 0.81);
    case 'scanner': return during(progress, 0.2, 0.22) + 0.05;
    case 'customer': return customerWeight(caller, hour, progress);
  }
}

function customerWeight({ habit }: Caller, hour: number, progress: number): number {
  switch (habit) {
    case 'shared': return growth(progress) * evening(hour);
    case 'churned': return daily(hour) * weekly(hour) * Math.max(0, Math.min(1, (0.55 - progress) / 0.25));
    case 'new': return daily(hour) * weekly(hour) * Math.max(0, progress - NEW_SINCE);
    case 'batches': return new Date(hour).getUTCHours() === 2 ? 1 : 0;
    default: return growth(progress) * daily(hour) * weekly(hour);
  }
}

/** The traffic grows by a fifth from start to end. */
const growth = (progress: number): number => 1 + 0.2 * progress;

/** Office hours: most requests around noon, few at night. */
function daily(hour: number): number {
  const oClock = new Date(hour).getUTCHours();
  return 0.12 + Math.exp(-(((oClock - 13) / 4) ** 2));
}

/** Leisure hours: most requests in the evening, on all days. */
function evening(hour: number): number {
  const fromPeak = Math.abs(new Date(hour).getUTCHours() - 20);
  return 0.15 + Math.exp(-((Math.min(fromPeak, 24 - fromPeak) / 4) ** 2));
}

function weekly(hour: number): number {
  return [0.25, 1, 1.05, 1.1, 1.05, 0.95, 0.35][new Date(hour).getUTCDay()];
}

const during = (progress: number, start: number, end: number): number => (progress >= start && progress < end ? 1 : 0);

export const OUTAGE_MINUTES = 10;

/** The start of the outage: 14:20 on a working day in the second half. */
export function outageStart({ from, days }: TrafficOptions): number {
  let day = from + Math.floor(days * 0.7) * DAY;
  while (weekly(day) < 0.5 && day + DAY < from + days * DAY) day += DAY;
  return day + 14 * HOUR + HOUR / 3;
}
