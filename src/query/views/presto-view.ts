import { View } from './view';
import { Kind, KINDS } from '../../schema/kinds';

/** Trino's type for each kind of column. A view whose types differ from those of its query is stale, and Athena refuses it. */
const TRINO_TYPES: Readonly<Record<Kind, string>> = {
  text: 'varchar',
  integer: 'bigint',
  number: 'double',
  flag: 'boolean',
  timestamp: 'timestamp(3)',
};

/**
 * A view as the AWS Glue Data Catalog stores it for Athena: the table input but for its name.
 * @see https://docs.aws.amazon.com/athena/latest/ug/views.html
 */
export function prestoView(view: View, database: string) {
  const definition = {
    originalSql: view.sql,
    // Athena writes the name of its catalog in lower case here.
    catalog: 'awsdatacatalog',
    schema: database,
    columns: view.columns.map(({ name, kind }) => ({ name, type: TRINO_TYPES[kind] })),
  };
  return {
    tableType: 'VIRTUAL_VIEW',
    // An engine recognises a view by both parameters. A description would take the place of the comment.
    parameters: { presto_view: 'true', comment: 'Presto View' },
    viewOriginalText: `/* Presto View: ${Buffer.from(JSON.stringify(definition)).toString('base64')} */`,
    viewExpandedText: '/* Presto View */',
    columns: view.columns.map(({ name, kind, comment }) => ({ name, type: KINDS[kind].glueType, comment })),
  };
}
