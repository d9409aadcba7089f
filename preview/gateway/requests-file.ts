import { closeSync, openSync, readSync } from 'fs';
import { InputError } from '../input-error';
import { decode } from './invalid-bytes';
import { readLines } from './read-lines';
import { parseRequest } from './request-line';
import { Request, RequestSource } from './request-source';

/** Where a line lies in the file. */
interface LineIndex {
  readonly offsets: number[];
  readonly lengths: number[];
  readonly arrivals: number[];
}

/**
 * A file with one request a line. Every line is checked first and only its place and arrival are kept, so that a file
 * larger than the memory can be sorted.
 */
export class RequestsFile implements RequestSource {
  public static open(file: string): RequestsFile {
    const index: LineIndex = { offsets: [], lengths: [], arrivals: [] };
    try {
      for (const { offset, bytes } of readLines(file)) {
        const { arrival } = parseRequest(decode(bytes), index.offsets.length + 1);
        index.offsets.push(offset);
        index.lengths.push(bytes.length);
        index.arrivals.push(arrival);
      }
    } catch (error) {
      if (error instanceof InputError) throw new InputError(`--requests ${file}, ${error.message}`);
      throw new InputError(`--requests ${file} cannot be read: ${(error as Error).message}.`);
    }
    return new RequestsFile(file, index);
  }

  /** The lines in the order of their arrival; at the same time, in the order of the file. */
  private readonly order: Uint32Array;

  private constructor(readonly file: string, private readonly index: LineIndex) {
    const { arrivals } = index;
    this.order = Uint32Array.from(arrivals.keys()).sort((a, b) => arrivals[a] - arrivals[b] || a - b);
  }

  public get count(): number {
    return this.order.length;
  }

  public *[Symbol.iterator](): Generator<Request> {
    const descriptor = openSync(this.file, 'r');
    try {
      for (const line of this.order) {
        const bytes = Buffer.allocUnsafe(this.index.lengths[line]);
        readSync(descriptor, bytes, 0, bytes.length, this.index.offsets[line]);
        yield parseRequest(decode(bytes), line + 1);
      }
    } finally {
      closeSync(descriptor);
    }
  }
}
