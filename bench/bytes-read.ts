import { mkdirSync, mkdtempSync, rmSync, statSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { Duration } from 'aws-cdk-lib';
import { preview, template } from './preview';
import { sampleLineBytes } from './sample-line';
import { keysRead } from '../preview/catalog/files-of-table';
import { GLUE_TABLE, glueTable, GlueTable } from '../preview/catalog/glue-table';
import { Database, quoteText } from '../preview/query/database';
import { ObjectStore } from '../preview/storage/object-store';
import { App } from '../preview/template/app';
import { RecordFormat } from '../src';
import { DuckDbAthena } from '../test/athena/duckdb-athena';
import { templateQuestions } from '../test/athena/named-queries';

const REQUESTS = 1_000_000;
const DAYS = 31;
/** Days of the month that are delivered. Every day has as many requests, and files as large, as in the whole month. */
const DELIVERED_DAYS = 3;
/** A question also reads the folders of late and early arrivals: a test of Athena's engine holds it to that. */
const SLACK_DAYS = 2;
/** Bytes after the footer: its length and a magic number. */
const PARQUET_TAIL = 8;

/** Bytes and files that one question reads. */
interface Reads {
  readonly bytes: number;
  readonly files: number;
}

/**
 * What the questions read in a month, beside the sample of AWS: one scan of the requests for each. A question of the sample reads
 * every file of its bucket, because it filters a string that it parses. The bucket has one month here; it reads older months as well.
 */
export async function bytesFigures(): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const json = await delivered(RecordFormat.json(), join(folder, 'json'));
    const parquet = await delivered(RecordFormat.parquet(), join(folder, 'parquet'));
    const often = await delivered(RecordFormat.parquet(), join(folder, 'often'), Duration.minutes(5));
    const questions = await questionScans(parquet, join(folder, 'empty'));
    const sample = month(parquet, await withDatabase((database) => sampleLineBytes(database, parquet.files)));
    const wholeFiles = (files: Delivered) => compared(questions.map(({ days }) => month(files, files.bytes, days)), sample);
    const columns = async (files: Delivered) => compared(await columnReads(files, questions), sample);
    return [
      `bytes    ${REQUESTS.toLocaleString('en')} requests in ${DAYS} days (${DELIVERED_DAYS} of them measured), default buffers; a question of AWS's sample: ${figures(sample)}`,
      `bytes    mean of ${questions.length} questions on gzipped JSON: ${wholeFiles(json)} (at most 35 %)`,
      `bytes    the same on Parquet: ${await columns(parquet)} (at most 5 %); if small files are read whole: ${wholeFiles(parquet)}`,
      `bytes    the same on Parquet, buffers of 5 minutes: ${await columns(often)}; if small files are read whole: ${wholeFiles(often)}`,
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Delivered {
  readonly app: App;
  readonly table: GlueTable;
  readonly files: readonly string[];
  readonly bytes: number;
}

/** Runs the pipeline, by default with its default buffers. */
async function delivered(format: RecordFormat, folder: string, bufferingInterval?: Duration): Promise<Delivered> {
  const file = template(format, join(folder, 'app'), bufferingInterval);
  await preview(file, Math.round(REQUESTS * DELIVERED_DAYS / DAYS), join(folder, 'out'), DELIVERED_DAYS);
  const app = new App([file]);
  const table = app.resources(GLUE_TABLE).flatMap((resource) => glueTable(resource) ?? []).find(({ partitionKeys }) => partitionKeys.length > 0)!;
  const store = new ObjectStore(join(folder, 'out', 's3'));
  const files = keysRead(store, table).map((key) => store.path(table.bucket, key));
  return { app, table, files, bytes: files.reduce((sum, path) => sum + statSync(path).size, 0) };
}

/** The columns of the requests that a question reads, and of how many days. */
interface Scan {
  readonly days: number;
  readonly names: readonly string[];
}

/** The scans of the template's questions. DuckDB plans them over empty tables. */
async function questionScans({ app, table }: Delivered, empty: string): Promise<Scan[]> {
  mkdirSync(empty);
  const duckdb = await DuckDbAthena.open(app, empty);
  try {
    const now = new Date();
    // A filter that moves into the scan hides the columns that it needs.
    await duckdb.rows("SET disabled_optimizers = 'filter_pushdown,statistics_propagation'", now);
    const scans: Scan[] = [];
    for (const { sql, days } of templateQuestions(app)) {
      const [[, plan]] = await duckdb.rows(`EXPLAIN (FORMAT JSON) ${sql}`, now);
      const names = (JSON.parse(String(plan)) as PlanNode[]).flatMap((node) => columnsRead(node, table));
      scans.push({ days: Math.min(days + SLACK_DAYS, DAYS), names: [...new Set(names)] });
    }
    return scans;
  } finally {
    duckdb.close();
  }
}

interface PlanNode {
  readonly children: readonly PlanNode[];
  readonly extra_info: { readonly Table?: string; readonly Projections?: string | readonly string[] };
}

function columnsRead({ children, extra_info: { Table, Projections = [] } }: PlanNode, table: GlueTable): string[] {
  return [...Table?.endsWith(`.${table.name}`) ? [Projections].flat() : [], ...children.flatMap((child) => columnsRead(child, table))];
}

/** The footers of the files and the compressed columns, as an engine reads them that knows Parquet. */
async function columnReads(delivery: Delivered, scans: readonly Scan[]): Promise<Reads[]> {
  return withDatabase(async (database) => {
    const files = `[${delivery.files.map(quoteText).join(', ')}]`;
    const footers = await database.number(`SELECT sum(footer_size + ${PARQUET_TAIL}) FROM parquet_file_metadata(${files})`);
    const rows = await database.run(`SELECT path_in_schema, CAST(sum(total_compressed_size) AS DOUBLE) FROM parquet_metadata(${files}) GROUP BY 1`);
    const sizes = new Map(await rows.getRows() as [string, number][]);
    // The partition columns are no columns of the files.
    return scans.map(({ days, names }) => month(delivery, names.reduce((sum, name) => sum + (sizes.get(name) ?? 0), footers), days));
  });
}

/** What days of the month have, if the delivered days have these bytes. */
function month({ files }: Delivered, bytes: number, days = DAYS): Reads {
  return { bytes: bytes / DELIVERED_DAYS * days, files: files.length / DELIVERED_DAYS * days };
}

function compared(reads: readonly Reads[], sample: Reads): string {
  const mean = (of: (read: Reads) => number) => reads.reduce((sum, read) => sum + of(read), 0) / reads.length;
  const bytes = mean((read) => read.bytes);
  return `${figures({ bytes, files: mean((read) => read.files) })}, ${(100 * bytes / sample.bytes).toFixed(1)} %`;
}

async function withDatabase<T>(use: (database: Database) => Promise<T>): Promise<T> {
  const database = await Database.open();
  return use(database).finally(() => database.close());
}

function figures({ bytes, files }: Reads): string {
  return `${(bytes / 1e6).toFixed(0)} MB in ${Math.round(files).toLocaleString('en')} files`;
}
