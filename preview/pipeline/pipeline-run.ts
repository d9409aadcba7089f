import { join } from 'path';
import { endOfData } from '../catalog/end-of-data';
import { keysRead, selectFromFiles } from '../catalog/files-of-table';
import { computePrestoView } from '../catalog/presto-view';
import { RegisteredPartition, TableCatalog } from '../catalog/table-catalog';
import { DeliveryStream } from '../delivery/delivery-stream';
import { Account, AccountContents } from '../directory/account';
import { Endpoint } from '../endpoint/endpoint';
import { Interceptor } from '../endpoint/http';
import { InputError } from '../input-error';
import { FunctionSettings } from '../lambda/function-settings';
import { LambdaFunction } from '../lambda/lambda-function';
import { runScheduled } from '../lambda/scheduled-run';
import { Database } from '../query/database';
import { ObjectStore } from '../storage/object-store';
import { PipelineSummary } from '../summary';
import { countRows, requestsIn } from './count-rows';
import { Pipeline } from './pipeline';
import { Registration } from './registration';

/** What all pipelines of a run share. */
export interface RunContext {
  readonly out: string;
  readonly store: ObjectStore;
  readonly database: Database;
  readonly account: AccountContents;
  readonly intercept?: Interceptor;
}

/** A run of one pipeline. */
export class PipelineRun {
  public static async start(pipeline: Pipeline, context: RunContext): Promise<PipelineRun> {
    const { database, store } = context;
    const catalog = new TableCatalog(pipeline.tables);
    const account = new Account(context.account, pipeline.stream.arn);
    const endpoint = await Endpoint.start({ store, account, catalog }, context.intercept);
    await database.createSchema(pipeline.table.database);
    const earlier = selectFromFiles(store, pipeline.table, keysRead(store, pipeline.table));
    // If the table cannot read files of an earlier deployment, the summary reports it.
    const earlierRows = await database.number(`SELECT count(*) FROM (${earlier})`).catch(() => 0);
    return new PipelineRun(pipeline, context, endpoint, catalog, earlierRows);
  }

  public readonly problems: string[] = [];
  private readonly enrichment: LambdaFunction;
  private readonly stream: DeliveryStream;
  private readonly registration?: Registration;
  private unresolved = 0;
  private end?: Date;

  private constructor(readonly pipeline: Pipeline, private readonly context: RunContext, private readonly endpoint: Endpoint,
    private readonly catalog: TableCatalog, private readonly earlierRows: number) {
    this.enrichment = this.lambda(pipeline.enrichment);
    this.stream = new DeliveryStream(pipeline.stream, this.enrichment, context.store, conversionTable(pipeline));
    this.registration = pipeline.registration && new Registration(this.lambda(pipeline.registration), catalog, pipeline);
  }

  /** Runs the directory function once. */
  public async refreshDirectory(time: number): Promise<void> {
    if (!this.pipeline.directory) return;
    const directory = this.lambda(this.pipeline.directory);
    try {
      const problem = await runScheduled('directory', directory, time);
      if (problem) this.problems.push(problem);
    } finally {
      directory.close();
    }
  }

  public async put(line: number, arrival: number, data: Buffer, resolved: boolean): Promise<void> {
    if (!resolved) this.unresolved += 1;
    await this.registration?.before(arrival);
    await this.stream.put(line, arrival, data);
  }

  /** The time that `current_timestamp` has in the pipeline's SQL: the end of its data, or undefined if there are no requests. */
  public get endOfData(): Date | undefined {
    return this.end;
  }

  /** Delivers the records that are still buffered. */
  public async finish(): Promise<void> {
    await this.stream.close();
    // The functions have no more to do, and the questions need their memory.
    this.close();
    this.problems.push(...this.stream.problems, ...this.stream.lost, ...this.registration?.problems ?? []);
  }

  /** Creates the views. The tables must be loaded. */
  public async makeViews(): Promise<void> {
    const { database } = this.context;
    // If a table cannot read its files, the summary reports it.
    this.end = await endOfData(database, this.pipeline.tables).catch(() => undefined);
    for (const view of this.pipeline.views) {
      await computePrestoView(database, view, this.end)
        .catch((error: Error) => this.problems.push(`the view ${view.database}.${view.name} cannot be created: ${error.message}`));
    }
  }

  public async summary(): Promise<PipelineSummary> {
    const { construct, stream, table } = this.pipeline;
    const { objects } = this.stream;
    const { rows, problems } = await countRows(this.context.database, table, objects, this.earlierRows);
    this.problems.push(...problems);
    return {
      construct,
      bucketFolder: stream.bucket,
      database: table.database,
      table: table.name,
      format: stream.conversion ? 'parquet' : 'json',
      delivered: requestsIn(objects),
      failed: requestsIn(this.stream.errorObjects),
      unresolved: this.unresolved,
      objects: objects.length,
      bytes: objects.reduce((sum, { bytes }) => sum + bytes, 0),
      rows,
    };
  }

  /** What the function registered in the table of requests. */
  public get partitions(): readonly RegisteredPartition[] {
    const { database, name } = this.pipeline.table;
    return [...this.catalog.find(database, name)!.partitions.values()];
  }

  public close(): void {
    this.enrichment.close();
    this.registration?.close();
    this.endpoint.close();
  }

  private lambda(settings: FunctionSettings): LambdaFunction {
    return new LambdaFunction(settings, this.endpoint.url, join(this.context.out, 'logs', `${settings.name}.log`));
  }
}

/** The table with the columns of Parquet files. */
function conversionTable({ stream, tables }: Pipeline) {
  if (!stream.conversion) return undefined;
  const { database, table } = stream.conversion;
  const found = tables.find((each) => each.database === database && each.name === table);
  if (!found) throw new InputError(`delivery stream ${stream.name} converts records with the columns of the Glue table ${database}.${table}, which is not in the templates.`);
  return found;
}
