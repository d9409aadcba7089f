import { Caller } from './callers';
import { MadeRequest } from './request-maker';
import { TrafficOptions } from './traffic-options';

type Cell = Readonly<Record<string, string | number | null>>;

/** Totals of the generated requests, each counted once. SQL over the tables must give the same totals. */
export class Truth {
  private readonly plans = new Tally();
  private readonly customers = new Tally();
  private readonly statuses = new Tally();
  private readonly hours = new Tally();
  /** The totals of the newest month only. */
  private monthToDate = new Tally();
  private month = '';
  private newest = 0;
  private requests = 0;

  constructor(private readonly options: TrafficOptions) {}

  /** Counts a request. The hours must be in order. */
  public add({ caller, target, time, variables }: MadeRequest): void {
    this.requests += 1;
    this.newest = Math.max(this.newest, time);
    const customer_name = knownName(caller);
    const api_key_id = caller.keyId ?? null;
    const { planId: usage_plan_id = null, planName: usage_plan_name = null } = target;
    const status = Number(variables.status);
    this.plans.add({ usage_plan_id, usage_plan_name });
    this.customers.add({ api_key_id, customer_name });
    this.statuses.add({ status, error_response_type: variables['error.responseType'] ?? null });
    this.hours.add({ hour: timestamp(time).slice(0, 13) });
    const month = timestamp(time).slice(0, 7);
    if (month !== this.month) {
      this.month = month;
      this.monthToDate = new Tally();
    }
    this.monthToDate.add({
      usage_plan_name,
      api_key_id,
      customer_name,
      http_method: variables.httpMethod,
      resource_path: variables.resourcePath ?? null,
      status,
    });
  }

  public toJson(deliveries: { readonly late: number; readonly duplicates: number }): string {
    const { count, ...options } = this.options;
    return `${JSON.stringify({
      ...options,
      from: timestamp(options.from),
      requests: this.requests,
      duplicates: deliveries.duplicates,
      late: deliveries.late,
      newest: timestamp(this.newest),
      plans: this.plans.cells(),
      customers: this.customers.cells(),
      statuses: this.statuses.cells(),
      hours: this.hours.cells(),
      monthToDate: { month: this.month, cells: this.monthToDate.cells() },
    }, undefined, 1)}\n`;
  }
}

/** The name of a customer: by default that of its key. Only customers are in the directory. */
function knownName({ kind, name }: Caller): string | null {
  return kind === 'customer' ? name : null;
}

function timestamp(time: number): string {
  return new Date(time).toISOString().replace('T', ' ').slice(0, -1);
}

/** The number of requests for each combination of values. */
class Tally {
  private readonly counts = new Map<string, { readonly cell: Cell; requests: number }>();

  public add(cell: Cell): void {
    const key = JSON.stringify(cell);
    const known = this.counts.get(key);
    if (known) known.requests += 1;
    else this.counts.set(key, { cell, requests: 1 });
  }

  /** The combinations, the most frequent first. */
  public cells(): Cell[] {
    return [...this.counts.values()].map(({ cell, requests }) => ({ ...cell, requests })).sort((a, b) => b.requests - a.requests);
  }
}
