import { StreamRecord } from './record';

/** What the function gets at once. */
export interface Batch {
  readonly records: readonly StreamRecord[];
  /** When the buffer gave it. */
  readonly time: number;
}

const SERIES_BYTES = 256 * 1024;

/** Gathers batches into series, and works on one series while the next is gathered. */
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

  /** Ends when all batches are done. */
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
    // The next wait reports an error; until then it must not count as unhandled.
    this.work.catch(() => undefined);
  }
}
