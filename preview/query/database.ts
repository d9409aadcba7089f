import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { DuckDBConnection, DuckDBInstance, DuckDBResult } from '@duckdb/node-api';
import { MACROS } from './dialect/macros.sql';

/** Athena's name for the Glue data catalog. */
const CATALOG = 'awsdatacatalog';

/** If DuckDB needs more memory, it uses the scratch folder. */
const MEMORY_LIMIT = '300MB';

/** DuckDB in place of Athena. A Glue database is a schema, and a Glue table is a table. */
export class Database {
  public static async open(): Promise<Database> {
    const scratch = mkdtempSync(join(tmpdir(), 'preview-'));
    const instance = await DuckDBInstance.create(':memory:', {
      autoinstall_known_extensions: 'false', memory_limit: MEMORY_LIMIT, temp_directory: scratch, enable_external_file_cache: 'false',
    });
    const connection = await instance.connect();
    await connection.run(`SET TimeZone = 'UTC'; SET integer_division = true; ATTACH ':memory:' AS ${CATALOG} (COMPRESS); USE ${CATALOG}`);
    return new Database(instance, connection, scratch);
  }

  /** `scratch` is a folder for data that does not fit into memory. */
  private constructor(private readonly instance: DuckDBInstance, private readonly connection: DuckDBConnection, private readonly scratch: string) {}

  /** One thread is fastest for many small statements, and all threads for a few large ones. */
  public async useThreads(use: 'one' | 'all'): Promise<void> {
    await this.execute(use === 'one' ? 'SET threads = 1' : 'RESET threads');
  }

  /** Runs one or more statements. The rows of the last one are read on demand. */
  public async run(sql: string): Promise<DuckDBResult> {
    return this.connection.stream(sql);
  }

  /** Runs statements for their effect. */
  public async execute(sql: string): Promise<void> {
    await this.connection.run(sql);
  }

  /** Runs one statement for its effect. Text with several statements is an error. */
  public async executeOne(sql: string): Promise<void> {
    const statement = await this.connection.prepare(sql);
    await statement.run().finally(() => statement.destroySync());
  }

  /** Runs a query that returns one number. */
  public async number(sql: string): Promise<number> {
    const [[value]] = await (await this.connection.run(sql)).getRows();
    return Number(value);
  }

  /** Creates the schema of a Glue database with the functions of Athena. DuckDB looks for the functions of a view in the view's schema. */
  public async createSchema(name: string): Promise<void> {
    const schema = quoteIdentifier(name);
    await this.execute(`CREATE SCHEMA IF NOT EXISTS ${schema}; ${MACROS.map((macro) => `CREATE OR REPLACE MACRO ${schema}.${macro}`).join('; ')}`);
  }

  public async useSchema(name: string): Promise<void> {
    await this.execute(`USE ${CATALOG}.${quoteIdentifier(name)}`);
  }

  public close(): void {
    this.connection.closeSync();
    this.instance.closeSync();
    rmSync(this.scratch, { recursive: true });
  }
}

export function quoteIdentifier(name: string): string {
  return `"${name.replace(/"/g, '""')}"`;
}

export function quoteText(text: string): string {
  return `'${text.replace(/'/g, '\'\'')}'`;
}
