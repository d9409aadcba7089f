import { IConstruct } from 'constructs';
import { COPY_NUMBER_COLUMN } from './views/all-requests';
import { DERIVED_COLUMNS } from './views/derived-columns';
import { PARTITION_BOUNDS } from './views/partition-bounds';
import { ViewSources } from './views/view';
import { VIEW_NAMES } from './views/views';
import { COLUMNS } from '../schema/columns';
import { usageError } from '../synth/usage-error';

/** Refuses tables and extra columns with the name of a view or of a column that views add. */
export function requireFreeNames(pipeline: IConstruct, { requestTables, columns }: Pick<ViewSources, 'requestTables' | 'columns'>): void {
  const table = requestTables.find((name) => (VIEW_NAMES as readonly string[]).includes(name));
  if (table !== undefined) {
    throw usageError(pipeline, `tableName must not be one of ${VIEW_NAMES.join(', ')}: those are views of the pipeline, got '${table}'.`);
  }
  const added = [...DERIVED_COLUMNS, ...PARTITION_BOUNDS].map(({ name }) => name).concat(COPY_NUMBER_COLUMN);
  const defaults: readonly string[] = COLUMNS.map(({ name }) => name);
  const taken = columns.find(({ name }) => !defaults.includes(name) && added.includes(name));
  if (taken) {
    throw usageError(pipeline, `The name of an entry of extraColumns must not be one of ${added.join(', ')}, because the views add those columns, `
      + `got '${taken.name}'; use own_${taken.name}, for example.`);
  }
}
