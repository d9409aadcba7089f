import { DirectoryState, directoryState, noDirectory } from './directory-state';
import { Directory } from '../directory/directory';
import { parseSnapshot } from '../directory/snapshot';

/** What the store says when it is asked for the snapshot. */
export type SnapshotAnswer =
  | { readonly outcome: 'found'; readonly text: string; readonly etag: string | undefined }
  | { readonly outcome: 'unchanged' }
  | { readonly outcome: 'missing' };

/** Asks the store for the snapshot, unless it is still the one with this ETag. */
export type SnapshotStore = (etag: string | undefined) => Promise<SnapshotAnswer>;

const LONGEST_WAIT_MS = 1000;

/**
 * Keeps the directory of one container. A question begins with a batch and is awaited at its end, but not for long:
 * Lambda freezes what is left running. The last good directory stays, whatever the answer.
 */
export class DirectorySource {
  private good?: Directory;
  private reason: 'no_directory' | 'bad_directory' = 'no_directory';
  private etag?: string;
  private askedAt = -Infinity;
  private question?: Promise<void>;

  constructor(private readonly store: SnapshotStore, private readonly refreshMs: number, private readonly now: () => number = Date.now) {}

  /** Runs a batch with the directory as it is known, and sees to its refresh. */
  public async during<T>(batch: (directory: DirectoryState) => T): Promise<T> {
    if (this.good === undefined || this.now() - this.askedAt >= this.refreshMs) this.begin();
    if (this.good === undefined) await this.question;
    const result = batch(this.good ? directoryState(this.good) : noDirectory(this.reason));
    await this.settle();
    return result;
  }

  private begin(): void {
    if (this.question) return;
    this.askedAt = this.now();
    this.question = this.ask().finally(() => { this.question = undefined; });
  }

  private async ask(): Promise<void> {
    try {
      const answer = await this.store(this.etag);
      if (answer.outcome === 'missing') this.reason = 'no_directory';
      if (answer.outcome === 'found') this.take(answer.text, answer.etag);
    } catch {
      // The store cannot be reached: the batch goes out with what is known, and the next one asks again.
    }
  }

  private take(text: string, etag: string | undefined): void {
    const snapshot = parseSnapshot(text);
    if (snapshot === undefined) {
      this.reason = 'bad_directory';
      return;
    }
    this.good = new Directory(snapshot);
    this.etag = etag;
  }

  private async settle(): Promise<void> {
    if (!this.question) return;
    let timer: NodeJS.Timeout | undefined;
    const enough = new Promise<void>((resolve) => { timer = setTimeout(resolve, LONGEST_WAIT_MS); });
    await Promise.race([this.question, enough]);
    clearTimeout(timer);
  }
}
