import { DirectoryState, directoryState, noDirectory } from './directory-state';
import { RefreshingCache } from './refreshing-cache';
import { Directory } from '../directory/directory';
import { parseSnapshot } from '../directory/snapshot';

/** The store's answer to a request for the snapshot. */
export type SnapshotAnswer =
  | { readonly outcome: 'found'; readonly text: string; readonly etag: string | undefined }
  | { readonly outcome: 'unchanged' }
  | { readonly outcome: 'missing' };

/** Reads the snapshot from the store, unless it still has this ETag. */
export type SnapshotStore = (etag: string | undefined, signal: AbortSignal) => Promise<SnapshotAnswer>;

/** How long a container uses a snapshot before it asks for a newer one, in milliseconds. */
export const SNAPSHOT_REFRESH_MS = 60_000;

/** The directory as one container holds it: the last good snapshot, or the reason why there is none. */
export class DirectorySource extends RefreshingCache<SnapshotAnswer> {
  private held?: DirectoryState;
  private reason: 'no_directory' | 'bad_directory' = 'no_directory';
  private etag?: string;

  constructor(store: SnapshotStore, private readonly report: (error: unknown) => void) {
    super({
      read: (signal) => store(this.etag, signal),
      keep: (answer) => this.take(answer),
      isHeld: () => this.held !== undefined,
      report,
    }, SNAPSHOT_REFRESH_MS);
  }

  public get state(): DirectoryState {
    return this.held ?? noDirectory(this.reason);
  }

  /** Reads the directory because it lacks a key. Returns it if it changed. */
  public async newer(): Promise<DirectoryState | undefined> {
    const before = this.held;
    await this.refreshNow();
    return this.held === before ? undefined : this.held;
  }

  private take(answer: SnapshotAnswer): void {
    if (answer.outcome === 'missing') this.reason = 'no_directory';
    if (answer.outcome !== 'found') return;
    const snapshot = parseSnapshot(answer.text);
    if (snapshot === undefined) {
      this.reason = 'bad_directory';
      this.report(new Error('The snapshot of the directory is incomplete or has another version.'));
      return;
    }
    this.held = directoryState(new Directory(snapshot));
    this.etag = answer.etag;
  }
}
