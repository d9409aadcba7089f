import { CATALOG } from './config';

export interface TrinoColumn {
  readonly name: string;
  readonly type: string;
}

export type TrinoValue = string | number | boolean | null | readonly TrinoValue[];

export interface TrinoAnswer {
  readonly columns: readonly TrinoColumn[];
  readonly rows: readonly (readonly TrinoValue[])[];
  /** What `current_timestamp` was. */
  readonly instant: Date;
  readonly planningSeconds: number;
  readonly seconds: number;
}

interface StatementResponse {
  readonly id: string;
  readonly nextUri?: string;
  readonly columns?: readonly TrinoColumn[];
  readonly data?: readonly (readonly TrinoValue[])[];
  readonly error?: { readonly errorName: string; readonly message: string };
}

interface QueryInfo {
  readonly session: { readonly start: string };
  readonly queryStats: { readonly planningTime: string; readonly elapsedTime: string };
}

/** A query that Trino refused, or that took too long. */
export class TrinoError extends Error {}

/** Runs statements in the schema of a database, in the time zone of Athena. */
export class TrinoClient {
  private readonly headers: Readonly<Record<string, string>>;

  constructor(private readonly url: string, schema: string) {
    this.headers = {
      'X-Trino-User': 'test',
      'X-Trino-Catalog': CATALOG,
      'X-Trino-Schema': schema,
      'X-Trino-Time-Zone': 'UTC',
      // Without it, types of time are given without their precision.
      'X-Trino-Client-Capabilities': 'PARAMETRIC_DATETIME',
    };
  }

  /** @see https://trino.io/docs/current/develop/client-protocol.html */
  public async query(sql: string, limitSeconds = 60): Promise<TrinoAnswer> {
    const deadline = Date.now() + limitSeconds * 1000;
    const rows: (readonly TrinoValue[])[] = [];
    let response = await this.ask<StatementResponse>(`${this.url}/v1/statement`, sql);
    let { columns } = response;
    while (response.nextUri) {
      if (Date.now() > deadline) {
        await fetch(response.nextUri, { method: 'DELETE', headers: this.headers });
        throw new TrinoError(`The query was not answered within ${limitSeconds} s.`);
      }
      response = await this.ask<StatementResponse>(response.nextUri);
      columns ??= response.columns;
      rows.push(...response.data ?? []);
    }
    if (response.error) throw new TrinoError(`${response.error.errorName}: ${response.error.message}`);
    const { session, queryStats } = await this.ask<QueryInfo>(`${this.url}/v1/query/${response.id}`);
    return {
      columns: columns ?? [],
      rows,
      instant: rounded(session.start),
      planningSeconds: seconds(queryStats.planningTime),
      seconds: seconds(queryStats.elapsedTime),
    };
  }

  private async ask<T>(url: string, body?: string): Promise<T> {
    const response = await fetch(url, { method: body === undefined ? 'GET' : 'POST', headers: this.headers, body });
    if (!response.ok) throw new TrinoError(`Trino answered ${response.status} ${await response.text()}`);
    return await response.json() as T;
  }
}

const UNITS: Readonly<Record<string, number>> = { ns: 1e-9, us: 1e-6, ms: 1e-3, s: 1, m: 60, h: 3600 };

/** A duration as Trino writes it, such as 1.50s or 12.00ms. */
function seconds(duration: string): number {
  const [, number, unit] = /^([\d.]+)([a-z]+)$/.exec(duration)!;
  return Number(number) * UNITS[unit];
}

/** An instant in nanoseconds, rounded to the milliseconds of `current_timestamp`. */
function rounded(instant: string): Date {
  const [, second, fraction = '0'] = /^(.*?)(\.\d+)?Z$/.exec(instant)!;
  return new Date(Date.parse(`${second}Z`) + Math.round(Number(fraction) * 1000));
}
