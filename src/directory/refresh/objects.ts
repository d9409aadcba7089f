import { DirectoryEnvironment } from './environment';
import { DirectoryModel } from '../model';
import { DirectoryTable } from '../tables/table';
import { DIRECTORY_TABLES } from '../tables/tables';
import { toSnapshot } from '../to-snapshot';

/** An object of the bucket with its whole content. */
export interface DirectoryObject {
  readonly key: string;
  readonly contentType: string;
  readonly body: string;
}

/** All objects of the directory, in writing order. The snapshot is last, so that the tables are never older than it. */
export function directoryObjects(model: DirectoryModel, places: Pick<DirectoryEnvironment, 'directoryPrefix' | 'snapshotKey'>): DirectoryObject[] {
  const tables = DIRECTORY_TABLES.map((table) => ({
    key: places.directoryPrefix + table.key,
    contentType: 'application/x-ndjson',
    body: toNdjson(table, model),
  }));
  return [...tables, { key: places.snapshotKey, contentType: 'application/json', body: JSON.stringify(toSnapshot(model)) }];
}

function toNdjson({ columns, rows }: DirectoryTable, model: DirectoryModel): string {
  const names = columns.map(({ name }) => name);
  return rows(model).map((row) => `${JSON.stringify(row, names)}\n`).join('');
}
