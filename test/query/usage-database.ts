import { Database, quoteIdentifier, quoteText } from '../../preview/query/database';
import { atInstant } from '../../preview/query/dialect/clock';
import { DIRECTORY_TABLES } from '../../src/directory/tables/tables';
import { NamedQuery, namedQuery } from '../../src/query/named-query';
import { QUESTIONS } from '../../src/query/questions';
import { View } from '../../src/query/views/view';
import { viewsOf } from '../../src/query/views/views';
import { Missing } from '../../src/query/visuals/resolved-visual';
import { Column } from '../../src/schema/column';
import { Row } from '../../src/schema/columns';
import { columnsOf } from '../../src/schema/log-schema';
import { PARTITIONS } from '../../src/storage/partitions';

/** A request as a test names it. It arrived when it was made, if `arrived` does not say otherwise. */
export type GivenRequest = Partial<Row> & { readonly arrived?: string; readonly table?: string };

type Given = Readonly<Record<string, unknown>>;

const TYPES = { text: 'VARCHAR', integer: 'BIGINT', number: 'DOUBLE', flag: 'BOOLEAN', timestamp: 'TIMESTAMP' } as const;
const BUFFERING_SECONDS = 300;

const DEFAULT_REQUEST: Partial<Row> = {
  api_id: 'a1',
  api_name: 'Orders',
  stage: 'prod',
  http_method: 'GET',
  resource_path: '/orders',
  api_key_id: 'k1',
  api_key_name: 'Acme main',
  customer_id: 'c1',
  customer_name: 'Acme',
  usage_plan_id: 'p1',
  usage_plan_name: 'Gold',
  enrichment_status: 'enriched',
  parse_status: 'strict',
  status: 200,
  internal_key: false,
};

/** The tables of a pipeline in DuckDB, filled by hand, with its views as the library declares them. */
export class UsageDatabase {
  public static async open({ omitted = [] as string[], requestTables = ['logs'] } = {}): Promise<UsageDatabase> {
    const columns = columnsOf({ extra: [], omitted });
    const views = viewsOf({ columns, requestTables, bufferingSeconds: BUFFERING_SECONDS });
    const database = await Database.open();
    await database.createSchema('usage');
    await database.useSchema('usage');
    const partitions = PARTITIONS.map(({ key }) => `${key} VARCHAR`);
    for (const table of requestTables) await database.execute(`CREATE TABLE ${table} (${[...columns.map(typed), ...partitions].join(', ')})`);
    for (const table of DIRECTORY_TABLES) await database.execute(`CREATE TABLE ${table.name} (${table.columns.map(typed).join(', ')})`);
    return new UsageDatabase(database, views, columns);
  }

  private requests = 0;
  /** The instant of the views. */
  private asked?: string;

  private constructor(private readonly database: Database, public readonly views: readonly View[], private readonly columns: readonly Column[]) {}

  /** Inserts requests, each with an id of its own if it has none. */
  public async request(...requests: readonly GivenRequest[]): Promise<void> {
    for (const { arrived, table = 'logs', ...given } of requests) {
      this.requests += 1;
      const request: Given = { extended_request_id: `x${this.requests}`, ...DEFAULT_REQUEST, ...given };
      const [year, month, day, hour] = (arrived ?? String(request.requested_at)).split(/[- :]/);
      const present = Object.entries(request).filter(([name]) => this.columns.some((column) => column.name === name));
      await this.insert(table, { ...Object.fromEntries(present), year, month, day, hour });
    }
  }

  /** Inserts so many requests that differ in nothing but their ids. */
  public async repeat(count: number, request: GivenRequest): Promise<void> {
    for (let index = 0; index < count; index++) await this.request(request);
  }

  public async apiKey(...keys: readonly Given[]): Promise<void> {
    for (const key of keys) {
      await this.insert('api_keys', {
        api_key_id: 'k1',
        api_key_name: 'Acme main',
        customer_id: 'c1',
        customer_name: 'Acme',
        enabled: true,
        created_at: '2026-01-15 09:00:00',
        usage_plan_id: 'p1',
        usage_plan_name: 'Gold',
        internal_key: false,
        ...key,
      });
    }
  }

  public async usagePlan(...plans: readonly Given[]): Promise<void> {
    for (const plan of plans) await this.insert('usage_plans', { usage_plan_id: 'p1', usage_plan_name: 'Gold', api_id: 'a1', stage: 'prod', ...plan });
  }

  public async insert(table: string, row: Given): Promise<void> {
    const values = Object.entries(row);
    await this.database.execute(`INSERT INTO ${table} (${values.map(([name]) => quoteIdentifier(name)).join(', ')}) `
      + `VALUES (${values.map(([, value]) => value === null || value === undefined ? 'NULL' : quoteText(String(value))).join(', ')})`);
  }

  /** The rows of a statement, as if it ran at an instant. */
  public async rows(sql: string, now: string): Promise<Record<string, unknown>[]> {
    const instant = new Date(`${now.replace(' ', 'T')}Z`);
    if (this.asked !== now) await this.createViews(instant);
    this.asked = now;
    const result = await this.database.run(atInstant(sql, instant));
    const names = result.columnNames();
    return (await result.getRows()).map((row) => Object.fromEntries(row.map((value, index) => [names[index], plain(value)])));
  }

  /** The answer to a question of the library. */
  public async answer(id: string, now: string): Promise<Record<string, unknown>[]> {
    return this.rows(this.query(id).sql, now);
  }

  public query(id: string): NamedQuery {
    const query = namedQuery(QUESTIONS.find((question) => question.id === id)!, this.views);
    if (query instanceof Missing) throw new Error(`${id} lacks ${query.name}`);
    return query;
  }

  public close(): void {
    this.database.close();
  }

  private async createViews(instant: Date): Promise<void> {
    for (const { name, sql } of this.views) await this.database.execute(`CREATE OR REPLACE VIEW ${name} AS ${atInstant(sql, instant)}`);
  }
}

function typed({ name, kind }: { readonly name: string; readonly kind: keyof typeof TYPES }): string {
  return `${name} ${TYPES[kind]}`;
}

function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  return value !== null && typeof value === 'object' ? String(value) : value;
}

