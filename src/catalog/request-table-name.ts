import { IConstruct } from 'constructs';
import { catalogName } from './catalog-name';
import { DIRECTORY_TABLES } from '../directory/tables/tables';
import { RecordFormat } from '../storage/record-format';
import { usageError } from '../synth/usage-error';

const DEFAULT_NAME = 'logs';

/** The names of the table of requests and of the table of requests in the previous format. */
export function requestTableNames(scope: IConstruct, name = DEFAULT_NAME, previous?: RecordFormat): { current: string; previous?: string } {
  const taken = DIRECTORY_TABLES.map((table) => table.name);
  if (taken.includes(name)) {
    throw usageError(scope, `tableName must not be one of ${taken.join(', ')}: those are tables of the directory, got '${name}'.`);
  }
  return {
    current: catalogName(scope, 'tableName', name),
    previous: previous && catalogName(scope, 'tableName with the suffix for previousFormat', `${name}_${previous._name}`),
  };
}

/**
 * Glue cannot rename a table, so a table of another name must be another resource: its construct id has the name. Only the
 * default name has none, because its logical id is released.
 */
export function requestTableId(name: string): string {
  return name === DEFAULT_NAME ? 'Table' : `Table_${name}`;
}
