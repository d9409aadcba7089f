import { DirectoryState, directoryState, noDirectory } from './directory-state';
import { RefreshingCache } from './refreshing-cache';
import { Directory } from '../directory/directory';
import { parseSnapshot } from '../directory/snapshot';

/** What the store says when it is asked for the snapshot. */
export type SnapshotAnswer =
  | { readonly outcome: 'found'; readonly text: string; readonly etag: string | undefined }
  | { readonly outcome: 'unchanged' }
  | { readonly outcome: 'missing' };

/** Asks the store for the snapshot, unless it is still the one with this ETag. */
export type SnapshotStore = (etag: string | undefined) => Promise<SnapshotAnswer>;

/** The directory of one container: the last good snapshot, or the reason why there is none. */
export class DirectorySource extends RefreshingCache {
  private held?: DirectoryState;
  private reason: 'no_directory' | 'bad_directory' = 'no_directory';
  private etag?: string;

  constructor(store: SnapshotStore, refreshMs: number) {
    super(async () => this.take(await store(this.etag)), () => this.held !== undefined, refreshMs);
  }

  public get state(): DirectoryState {
    return this.held ?? noDirectory(this.reason);
  }

  private take(answer: SnapshotAnswer): void {
    if (answer.outcome === 'missing') this.reason = 'no_directory';
    if (answer.outcome !== 'found') return;
    const snapshot = parseSnapshot(answer.text);
    if (snapshot === undefined) {
      this.reason = 'bad_directory';
      return;
    }
    this.held = directoryState(new Directory(snapshot));
    this.etag = answer.etag;
  }
}
