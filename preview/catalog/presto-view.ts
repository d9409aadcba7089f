import { InputError } from '../input-error';
import { Column } from './glue-table';
import { Database, quoteIdentifier } from '../query/database';
import { atInstant } from '../query/dialect/clock';
import { Resource } from '../template/resource';

/** A view of Athena, as declared in a template. */
export interface PrestoView {
  readonly database: string;
  readonly name: string;
  readonly sql: string;
  /** In Trino's types. */
  readonly columns: readonly Column[];
}

/** The view; undefined if the Glue table is not a view, or a view of another engine. */
export function prestoView(resource: Resource): PrestoView | undefined {
  const input = resource.property<any>('TableInput');
  const encoded = /^\/\* Presto View: (.*) \*\/$/.exec(input?.ViewOriginalText ?? '');
  if (!encoded) return undefined;
  const name = resource.physicalId;
  const { originalSql, columns } = decoded(encoded[1], name);
  return { database: String(resource.property('DatabaseName')), name, sql: originalSql, columns };
}

function decoded(text: string, name: string): { readonly originalSql: string; readonly columns: readonly Column[] } {
  try {
    const definition = JSON.parse(Buffer.from(text, 'base64').toString('utf8'));
    if (typeof definition.originalSql === 'string' && Array.isArray(definition.columns)) return definition;
  } catch {
    // The text is not JSON. The error below says what is expected.
  }
  throw new InputError(`the Glue view ${name} has ViewOriginalText ${JSON.stringify(text.slice(0, 60))}; Athena expects /* Presto View: BASE64 */ of JSON with originalSql and columns.`);
}

/**
 * Computes a view once, into a table of the schema of its database. If its rows cannot be computed, the view itself takes the place
 * of the table: as in Athena, only queries of the view fail.
 */
export async function computePrestoView(database: Database, view: PrestoView, end?: Date): Promise<void> {
  await create(database, 'TABLE', view, end).catch(() => createPrestoView(database, view, end));
}

/** Creates a view in the schema of its database, where its SQL can name tables and views without the database. */
export async function createPrestoView(database: Database, view: PrestoView, end?: Date): Promise<void> {
  await create(database, 'VIEW', view, end);
}

async function create(database: Database, kind: 'TABLE' | 'VIEW', view: PrestoView, end?: Date): Promise<void> {
  const columns = view.columns.map(({ name, type }) => `CAST(${quoteIdentifier(name)} AS ${duckdbType(type)}) AS ${quoteIdentifier(name)}`);
  await database.useSchema(view.database);
  // The SQL is of the template, and must not end the parentheses and begin another statement.
  await database.executeOne(`CREATE OR REPLACE ${kind} ${quoteIdentifier(view.name)} AS SELECT ${columns.join(', ')} FROM (\n${atInstant(view.sql, end)}\n)`);
}

/** The type in DuckDB. In DuckDB, timestamp(3) is not the type of Glue timestamps. */
function duckdbType(trinoType: string): string {
  const array = /^array\((.*)\)$/.exec(trinoType);
  if (array) return `${duckdbType(array[1])}[]`;
  if (!/^(varchar|integer|bigint|double|boolean|date|timestamp\(3\)|decimal\(\d+,\s?\d+\))$/.test(trinoType)) {
    throw new InputError(`the preview cannot read view columns of type ${trinoType}, only varchar, integer, bigint, double, boolean, date, timestamp(3), decimal(p,s) and arrays of these.`);
  }
  return trinoType.replace('timestamp(3)', 'timestamp');
}
