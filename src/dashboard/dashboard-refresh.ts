import { Checks, TEXT } from '../synth/checks';
import { wrongOption } from '../synth/guard';
import { shown } from '../synth/shown';

/**
 * Options of `DashboardRefresh.daily`.
 *
 * @example
 * DashboardRefresh.daily({ time: '06:30', timeZone: 'Europe/Berlin' });
 */
export interface DailyRefreshOptions {
  /**
   * The time of the day, as `HH:MM`.
   *
   * @default '05:00'
   */
  readonly time?: string;

  /**
   * The time zone of `time`: an IANA name, such as `Europe/Berlin`.
   *
   * @default 'UTC'
   */
  readonly timeZone?: string;
}

const DAILY_OPTIONS: Checks<DailyRefreshOptions> = { time: TEXT, timeZone: TEXT };

/** A schedule, as QuickSight takes it. */
export interface Schedule {
  readonly interval: 'HOURLY' | 'DAILY';
  readonly timeOfTheDay?: string;
  readonly timeZone: string;
  readonly mistake?: undefined;
}

/** A schedule, or what is wrong with it. It is reported where the dashboard is made. */
export type RequestedRefresh = Schedule | { readonly mistake: string };

/**
 * When Amazon QuickSight copies the aggregated data into SPICE, its memory. Visuals then open at once, cost no query, and
 * are as old as the last copy.
 *
 * @see https://docs.aws.amazon.com/quicksight/latest/user/refreshing-imported-data.html
 * @example
 * new ApiUsageAnalytics(stack, 'Usage', {
 *   dashboard: {
 *     readers: [QuickSightPrincipal.group('owners')],
 *     refresh: DashboardRefresh.daily({ time: '06:30' }),
 *   },
 * });
 */
export class DashboardRefresh {
  /** Once an hour. */
  public static hourly(): DashboardRefresh {
    return new DashboardRefresh({ interval: 'HOURLY', timeZone: 'UTC' });
  }

  /** Once a day. */
  public static daily(options: DailyRefreshOptions = {}): DashboardRefresh {
    const wrong = wrongOption('DashboardRefresh.daily', DAILY_OPTIONS, options);
    if (wrong !== undefined) return new DashboardRefresh({ mistake: wrong });
    const { time = '05:00', timeZone = 'UTC' } = options;
    if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) {
      return new DashboardRefresh({ mistake: `time of DashboardRefresh.daily must be HH:MM from 00:00 to 23:59, such as '05:00', got ${shown(time)}` });
    }
    if (!isTimeZone(timeZone)) {
      return new DashboardRefresh({ mistake: `timeZone of DashboardRefresh.daily must be an IANA time zone, such as 'Europe/Berlin', got ${shown(timeZone)}` });
    }
    return new DashboardRefresh({ interval: 'DAILY', timeOfTheDay: time, timeZone });
  }

  /** @internal */
  public readonly _requested: RequestedRefresh;

  private constructor(requested: RequestedRefresh) {
    this._requested = requested;
  }
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '' && !/^[+-]/.test(name);
  } catch {
    return false;
  }
}
