import { Batch, BatchSeries } from './batch-series';
import { Failure, FAILURE_LINES, FailureKind } from './failure';
import { gzip, parquet, plain } from './object-format';
import { ConversionError } from './openx-json';
import { Row } from './parquet/parquet-file';
import { Processor } from './processor';
import { RecordBuffer } from './record-buffer';
import { DeliveredObject, S3Destination } from './s3-destination';
import { StreamSettings } from './stream-settings';
import { Transformed } from './transformation-result';
import { GlueTable } from '../catalog/glue-table';
import { LambdaFunction } from '../lambda/lambda-function';
import { ObjectStore } from '../storage/object-store';
import { ACCOUNT, REGION } from '../template/pseudo-parameters';

/** Firehose refuses larger records. */
const MAX_RECORD_BYTES = 1000 * 1024;

/** A delivery stream: a buffer for the processor, the Lambda function, a buffer for the destination, and objects. */
export class DeliveryStream {
  /** Requests that are in neither a row nor an error object, as sentences. */
  public readonly lost: string[] = [];
  private readonly destination: S3Destination<Buffer> | S3Destination<readonly Row[]>;
  private readonly buffer: RecordBuffer;
  private readonly series = new BatchSeries((batches) => this.process(batches));
  private readonly processor: Processor;
  private readonly failures: Record<FailureKind, S3Destination<Buffer>>;
  private puts = 0;

  /** `table` has the columns of the Parquet files, if records are converted. */
  constructor(readonly settings: StreamSettings, lambda: LambdaFunction, store: ObjectStore, private readonly table?: GlueTable) {
    const { processor, prefix, errorPrefix, fileExtension } = settings;
    this.buffer = new RecordBuffer(processor.bufferBytes, processor.bufferSeconds);
    this.processor = new Processor(lambda, processor, settings.arn);
    this.destination = table
      ? new S3Destination(store, settings, { prefix, fileExtension, format: parquet(table.columns) })
      : new S3Destination(store, settings, { prefix, fileExtension, format: settings.gzip ? gzip : plain });
    const failureDestination = (errorOutputType: FailureKind) => (
      new S3Destination(store, settings, { prefix: errorPrefix, fileExtension: '', format: plain, errorOutputType })
    );
    this.failures = {
      'processing-failed': failureDestination('processing-failed'),
      'format-conversion-failed': failureDestination('format-conversion-failed'),
    };
  }

  /** Batches for which the function returned no response, as sentences. */
  public get problems(): readonly string[] {
    return this.processor.problems;
  }

  public get objects(): readonly DeliveredObject[] {
    return this.destination.objects;
  }

  public get errorObjects(): readonly DeliveredObject[] {
    return Object.values(this.failures).flatMap(({ objects }) => objects);
  }

  public async put(line: number, arrival: number, data: Buffer): Promise<void> {
    if (data.length > MAX_RECORD_BYTES) {
      this.lost.push(`line ${line}: its log entry has ${data.length} bytes, but a record of a delivery stream has at most ${MAX_RECORD_BYTES}`);
      return;
    }
    this.puts += 1;
    const record = { id: String(this.puts).padStart(56, '0'), line, arrival, data };
    for (const batch of this.buffer.add(record)) await this.series.add({ records: batch, time: arrival });
  }

  /** Delivers the records that are still buffered. */
  public async close(): Promise<void> {
    const { bufferSeconds } = this.settings.processor;
    for (const records of this.buffer.drain()) await this.series.add({ records, time: records[0].arrival + bufferSeconds * 1000 });
    await this.series.finish();
    for (const destination of [this.destination, ...Object.values(this.failures)]) destination.flush();
  }

  private async process(series: readonly Batch[]): Promise<void> {
    const times = series.map(({ time }) => time);
    for await (const transformed of this.processor.process(series.map(({ records }) => records))) {
      this.sort(transformed, times.shift()!);
    }
  }

  private sort({ delivered, dropped, failed }: Transformed, now: number): void {
    this.lost.push(...dropped.map(({ line }) => `line ${line}: the function returned Dropped`));
    for (const failure of failed) this.fail('processing-failed', failure, now);
    for (const record of delivered) {
      try {
        this.destination.add(record);
      } catch (error) {
        if (!(error instanceof ConversionError)) throw error;
        this.fail('format-conversion-failed', { record, code: error.code, message: error.message, attempts: 1 }, now);
      }
    }
  }

  private fail(kind: FailureKind, failure: Failure, now: number): void {
    const table = this.table && { catalogId: ACCOUNT, databaseName: this.table.database, tableName: this.table.name, region: REGION, versionId: 'LATEST' };
    const line = FAILURE_LINES[kind](failure, now, this.settings.processor.functionArn, table);
    this.failures[kind].add({ ...failure.record, data: Buffer.from(`${JSON.stringify(line)}\n`) });
  }
}
