import { closeSync, openSync, readSync } from 'fs';
import { InputError } from '../input-error';
import { decode } from './invalid-bytes';
import { readLines } from './read-lines';
import { parseRequest } from './request-line';
import { Request, RequestSource } from './request-source';

/** The position of each line in the file, and the arrival of its request. */
interface LineIndex {
  readonly offsets: number[];
  readonly lengths: number[];
  readonly arrivals: number[];
}

/**
 * A file with one request on each line. All lines are checked first, but only their positions and arrivals are kept in memory, so
 * that a file may be larger than the memory.
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

  /** The lines in order of arrival. Lines with the same arrival keep the order of the file. */
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
