import { formatJavaDate } from './java-date-pattern';
import { ObjectFormat } from './object-format';
import { evaluatePrefix } from './object-prefix';
import { StreamRecord } from './record';
import { RecordBuffer } from './record-buffer';
import { StreamSettings } from './stream-settings';
import { deterministicString, deterministicUuid } from '../storage/deterministic';
import { ObjectStore } from '../storage/object-store';

/** A delivered object. */
export interface DeliveredObject {
  readonly key: string;
  readonly bytes: number;
  /** The line numbers of the requests in it. */
  readonly lines: readonly number[];
}

export interface DestinationSettings<Part> {
  readonly prefix: string;
  readonly fileExtension: string;
  readonly format: ObjectFormat<Part>;
  readonly errorOutputType?: string;
}

/** Buffers records and writes them as objects. The arrival of the oldest record decides the prefix. */
export class S3Destination<Part> {
  public readonly objects: DeliveredObject[] = [];
  private readonly buffer: RecordBuffer<StreamRecord & { readonly part: Part }>;
  /** The number of objects of an earlier preview, so that new objects get other names. */
  private readonly earlier: number;

  constructor(private readonly store: ObjectStore, private readonly stream: StreamSettings, private readonly settings: DestinationSettings<Part>) {
    this.earlier = store.list(stream.bucket, '').length;
    this.buffer = new RecordBuffer(stream.bufferBytes, stream.bufferSeconds);
  }

  /** Takes a record; a ConversionError if it does not fit the format. */
  public add(record: StreamRecord): void {
    const part = this.settings.format.part(record.data);
    for (const batch of this.buffer.add({ ...record, part })) this.write(batch);
  }

  public flush(): void {
    for (const batch of this.buffer.drain()) this.write(batch);
  }

  private write(batch: readonly (StreamRecord & { readonly part: Part })[]): void {
    const { name, bucket } = this.stream;
    const { prefix, errorOutputType, fileExtension, format } = this.settings;
    const body = format.object(batch.map(({ part }) => part));
    const [{ arrival }] = batch;
    const seed = [name, errorOutputType ?? '', String(this.earlier + this.objects.length)];
    const folder = evaluatePrefix(prefix, { arrival, errorOutputType, random: deterministicString(...seed) });
    const key = `${folder}${name}-1-${formatJavaDate('yyyy-MM-dd-HH-mm-ss', arrival)}-${deterministicUuid(...seed)}${fileExtension}`;
    this.store.put(bucket, key, body);
    this.objects.push({ key, bytes: body.length, lines: batch.map(({ line }) => line) });
  }
}
