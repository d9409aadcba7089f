import { StreamRecord } from './record';

/** The records of one invocation. */
export interface Batch {
  readonly records: readonly StreamRecord[];
  /** The time at which the buffer completed the batch. */
  readonly time: number;
}

const SERIES_BYTES = 256 * 1024;

/** Collects batches into series, and processes one series while it collects the next. */
export class BatchSeries {
  private batches: Batch[] = [];
  private bytes = 0;
  private work: Promise<void> = Promise.resolve();

  constructor(private readonly process: (series: readonly Batch[]) => Promise<void>) {}

  public async add(batch: Batch): Promise<void> {
    this.batches.push(batch);
    this.bytes += batch.records.reduce((sum, { data }) => sum + data.length, 0);
    if (this.bytes >= SERIES_BYTES) await this.begin();
  }

  /** Waits until all batches are processed. */
  public async finish(): Promise<void> {
    await this.begin();
    await this.work;
  }

  private async begin(): Promise<void> {
    const { batches } = this;
    this.batches = [];
    this.bytes = 0;
    await this.work;
    this.work = this.process(batches);
    // The next wait reports the error. Until then, Node must not treat it as unhandled.
    this.work.catch(() => undefined);
  }
}
