import { Database, quoteText } from '../../../../preview/query/database';
import { rowsOf } from '../../../../preview/report/answer';
import { COLUMNS, Row } from '../../../../src/schema/columns';
import { PARTITIONS } from '../../../../src/storage/partitions';

/** A row, as far as a test names it; it arrived in the hour (yyyy-MM-dd HH) in which it was made, if not said otherwise. */
export interface GivenRow extends Partial<Row> {
  readonly arrived?: string;
}

const TYPES = { text: 'VARCHAR', integer: 'BIGINT', number: 'DOUBLE', flag: 'BOOLEAN', timestamp: 'TIMESTAMP' } as const;

/** A table of requests in which questions are answered. */
export class Answers {
  public static async open(): Promise<Answers> {
    const database = await Database.open();
    const columns = [...COLUMNS.map(({ name, kind }) => `${name} ${TYPES[kind]}`), ...PARTITIONS.map(({ key }) => `${key} VARCHAR`)];
    await database.execute(`CREATE TABLE logs (${columns.join(', ')})`);
    return new Answers(database);
  }

  private rows = 0;

  private constructor(private readonly database: Database) {}

  public async insert(rows: readonly GivenRow[]): Promise<void> {
    for (const row of rows) await this.database.execute(this.statement(row));
  }

  public async to(sql: string): Promise<Record<string, unknown>[]> {
    return rowsOf(this.database, sql);
  }

  public close(): void {
    this.database.close();
  }

  private statement({ arrived, ...given }: GivenRow): string {
    this.rows += 1;
    const row = {
      extended_request_id: `x${this.rows}`,
      requested_at: '2026-11-05 08:30:00.000',
      http_method: 'GET',
      resource_path: '/orders',
      customer_id: 'c1',
      customer_name: 'Acme',
      usage_plan_id: 'p1',
      usage_plan_name: 'Gold',
      enrichment_status: 'enriched',
      status: 200,
      ...given,
    };
    const [year, month, day, hour] = (arrived ?? row.requested_at!).split(/[- :]/);
    const values = Object.entries({ ...row, year, month, day, hour });
    return `INSERT INTO logs (${values.map(([name]) => name).join(', ')}) VALUES (${values.map(([, value]) => (value === null ? 'NULL' : quoteText(String(value)))).join(', ')})`;
  }
}
