import { StreamRecord } from './record';

/** Even "zero buffering" collects the records of about a second. */
const SHORTEST_MILLISECONDS = 1000;

/** Collects records until their size or age reaches the buffering hint. Only the arrival of records advances the time. */
export class RecordBuffer<R extends StreamRecord = StreamRecord> {
  private records: R[] = [];
  private bytes = 0;
  private readonly milliseconds: number;

  constructor(private readonly maxBytes: number, seconds: number) {
    this.milliseconds = Math.max(seconds * 1000, SHORTEST_MILLISECONDS);
  }

  /** Adds a record and returns the batches that its arrival completes. */
  public add(record: R): R[][] {
    const complete = this.records.length > 0 && record.arrival - this.records[0].arrival >= this.milliseconds ? this.drain() : [];
    this.records.push(record);
    this.bytes += record.data.length;
    return this.bytes >= this.maxBytes ? [...complete, ...this.drain()] : complete;
  }

  /** Returns the remaining records as one batch, or no batch if there are none. */
  public drain(): R[][] {
    const batch = this.records;
    this.records = [];
    this.bytes = 0;
    return batch.length > 0 ? [batch] : [];
  }
}
