import { DirectoryState } from './directory-state';
import { LogLine } from './log-line';
import { LogLineReader } from './log-line-reader';
import { RowWriter } from './row-writer';
import { DeliveryRecord, processingFailed, MAX_RESPONSE_BYTES, responseBytesOf, TransformedRecord } from './transformation';

/** Turns log records into rows: each record once, in order, and none of them harms another. */
export class RecordEnricher {
  private readonly known = new WeakMap<DirectoryState, Map<string, string>>();

  constructor(private readonly read: LogLineReader, private readonly writer: RowWriter) {}

  public enrich(records: readonly DeliveryRecord[], directory: DirectoryState): TransformedRecord[] {
    const room = new ResponseRoom(records);
    return records.map((record) => room.fit(record, this.enrichOne(record, directory)));
  }

  private enrichOne(record: DeliveryRecord, directory: DirectoryState): TransformedRecord {
    // Bytes that are no UTF-8 become U+FFFD: one of them in a User-Agent must not cost the row.
    const line = this.read(Buffer.from(record.data, 'base64').toString('utf8'));
    if (line === undefined) return processingFailed(record);
    const row = this.writer.write(line, this.found(line, directory));
    return { recordId: record.recordId, result: 'Ok', data: Buffer.from(row).toString('base64') };
  }

  /** Looks a combination of ids up once in each directory: an API has few of them and many requests. */
  private found(line: LogLine, directory: DirectoryState): string {
    const ids = this.writer.idsOf(line);
    const combination = `${ids.api_id} ${ids.stage} ${ids.api_key_id}`;
    let known = this.known.get(directory);
    if (known === undefined || known.size >= MAX_KNOWN) this.known.set(directory, known = new Map());
    let part = known.get(combination);
    if (part === undefined) known.set(combination, part = this.writer.foundPart(directory.find(ids)));
    return part;
  }
}

/** What a container remembers, in combinations: the keys of an account are 10,000 at most. */
const MAX_KNOWN = 20_000;

/** Keeps the response below Lambda's limit: a row that does not fit beside the originals of all that follow is given back. */
class ResponseRoom {
  private used = '{"records":[]}'.length;
  private toCome: number;

  constructor(records: readonly DeliveryRecord[]) {
    this.toCome = records.reduce((sum, record) => sum + responseBytesOf(processingFailed(record)), 0);
  }

  public fit(record: DeliveryRecord, enriched: TransformedRecord): TransformedRecord {
    const original = processingFailed(record);
    this.toCome -= responseBytesOf(original);
    const fits = this.used + responseBytesOf(enriched) + this.toCome <= MAX_RESPONSE_BYTES;
    const answer = fits ? enriched : original;
    this.used += responseBytesOf(answer);
    return answer;
  }
}
