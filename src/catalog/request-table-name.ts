import { IConstruct } from 'constructs';
import { catalogName } from './catalog-name';
import { previousTableName } from './previous-table-name';
import { DIRECTORY_TABLES } from '../directory/tables/tables';
import { Format } from '../storage/formats';
import { usageError } from '../synth/usage-error';

const DEFAULT_NAME = 'logs';

/** The names of the table of requests and of the table of requests in the previous format. */
export function requestTableNames(scope: IConstruct, name = DEFAULT_NAME, previous?: Format): { current: string; previous?: string } {
  const taken = DIRECTORY_TABLES.map((table) => table.name);
  if (taken.includes(name)) {
    throw usageError(scope, `tableName must not be one of ${taken.join(', ')}: those are tables of the directory, got '${name}'.`);
  }
  return {
    current: catalogName(scope, 'tableName', name),
    previous: previous && catalogName(scope, 'tableName with the suffix for previousFormat', previousTableName(name, previous.name)),
  };
}

/**
 * AWS Glue cannot rename a table, so a table with another name must be another resource: the construct id contains the name.
 * The id of the table with the default name does not, because its logical id is released.
 */
export function requestTableId(name: string): string {
  return name === DEFAULT_NAME ? 'Table' : `Table_${name}`;
}
