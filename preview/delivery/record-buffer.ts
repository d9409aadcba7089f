import { StreamRecord } from './record';

/** Even "zero buffering" gathers what comes within about a second. */
const SHORTEST_MILLISECONDS = 1000;

/** Gathers records until their size or their age, by arrival, reaches a hint; time passes only as records arrive. */
export class RecordBuffer<R extends StreamRecord = StreamRecord> {
  private records: R[] = [];
  private bytes = 0;
  private readonly milliseconds: number;

  constructor(private readonly maxBytes: number, seconds: number) {
    this.milliseconds = Math.max(seconds * 1000, SHORTEST_MILLISECONDS);
  }

  /** Takes a record and gives the batches that are complete by its arrival. */
  public add(record: R): R[][] {
    const complete = this.records.length > 0 && record.arrival - this.records[0].arrival >= this.milliseconds ? this.drain() : [];
    this.records.push(record);
    this.bytes += record.data.length;
    return this.bytes >= this.maxBytes ? [...complete, ...this.drain()] : complete;
  }

  /** What is left, as no or one batch. */
  public drain(): R[][] {
    const batch = this.records;
    this.records = [];
    this.bytes = 0;
    return batch.length > 0 ? [batch] : [];
  }
}
