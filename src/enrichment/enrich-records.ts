import { DirectoryState } from './directory-state';
import { LogLine } from './log-line';
import { LogLineReader } from './log-line-reader';
import { LookupIds, RowWriter } from './row-writer';
import { DeliveryRecord, processingFailed, MAX_RESPONSE_BYTES, responseBytesOf, TransformedRecord } from './transformation';

/** What a batch contained. Each count is a metric. */
export type BatchCounts = Record<'recordsGivenBack' | 'keyedRecords' | 'unknownKeys' | 'ambiguousRows', number>;

export interface EnrichedBatch {
  readonly records: TransformedRecord[];
  readonly counts: Readonly<BatchCounts>;
}

/** The part of a row that the directory fills for a combination of ids, and how such a row is counted. */
interface KnownPart {
  readonly text: string;
  readonly keyed: 0 | 1;
  readonly unknownKey: 0 | 1;
}

/** Turns log records into rows: each record once, in order, and a bad one does not affect others. */
export class RecordEnricher {
  private readonly known = new WeakMap<DirectoryState, Map<string, KnownPart>>();

  constructor(private readonly read: LogLineReader, private readonly writer: RowWriter) {}

  public enrich(records: readonly DeliveryRecord[], directory: DirectoryState): EnrichedBatch {
    const room = new ResponseRoom(records);
    const counts: BatchCounts = { recordsGivenBack: 0, keyedRecords: 0, unknownKeys: 0, ambiguousRows: 0 };
    return { records: records.map((record) => this.enrichOne(record, directory, room, counts)), counts };
  }

  private enrichOne(record: DeliveryRecord, directory: DirectoryState, room: ResponseRoom, counts: BatchCounts): TransformedRecord {
    // Bytes that are not UTF-8 become U+FFFD, because an invalid byte in a User-Agent must not lose the row.
    const line = this.read(Buffer.from(record.data, 'base64').toString('utf8'));
    const found = line && this.found(line, directory);
    const enriched = line && found && { recordId: record.recordId, result: 'Ok' as const, data: base64(this.writer.write(line, found.text)) };
    const answer = room.fit(record, enriched);
    if (!enriched || answer !== enriched) {
      counts.recordsGivenBack++;
    } else {
      counts.keyedRecords += found.keyed;
      counts.unknownKeys += found.unknownKey;
      if (line.parseStatus === 'ambiguous') counts.ambiguousRows++;
    }
    return answer;
  }

  /** Looks up each combination of ids once in each directory, because an API has few of them and many requests. */
  private found(line: LogLine, directory: DirectoryState): KnownPart {
    const ids = this.writer.idsOf(line);
    const combination = `${ids.api_id} ${ids.stage} ${ids.api_key_id}`;
    let known = this.known.get(directory);
    if (known === undefined || known.size >= MAX_KNOWN) this.known.set(directory, known = new Map());
    let part = known.get(combination);
    if (part === undefined) known.set(combination, part = this.partOf(ids, directory));
    return part;
  }

  private partOf(ids: LookupIds, directory: DirectoryState): KnownPart {
    const found = directory.find(ids);
    const keyed = ids.api_key_id === null ? 0 : 1;
    // Without a directory, no key is known.
    return { text: this.writer.foundPart(found), keyed, unknownKey: found.api_key_name === null ? keyed : 0 };
  }
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

/** The number of combinations that a container remembers. An account has at most 10,000 keys. */
const MAX_KNOWN = 20_000;

/**
 * Keeps the response below the limit. A row does not fit if the original records after it would then not fit. Its original is
 * returned instead.
 */
class ResponseRoom {
  private used = '{"records":[]}'.length;
  private toCome: number;

  constructor(records: readonly DeliveryRecord[]) {
    this.toCome = records.reduce((sum, record) => sum + responseBytesOf(processingFailed(record)), 0);
  }

  /** The row if there is one and it fits; otherwise the original record. */
  public fit(record: DeliveryRecord, enriched: TransformedRecord | undefined): TransformedRecord {
    const original = processingFailed(record);
    this.toCome -= responseBytesOf(original);
    const fits = enriched && this.used + responseBytesOf(enriched) + this.toCome <= MAX_RESPONSE_BYTES;
    const answer = fits ? enriched : original;
    this.used += responseBytesOf(answer);
    return answer;
  }
}
