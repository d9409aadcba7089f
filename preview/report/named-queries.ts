import { InputError } from '../input-error';
import { Metadata } from './metadata';
import { readMetadata, readVisual, WrittenMetadata } from './written-metadata';
import { WrittenView } from './written-view';
import { GLUE_TABLE } from '../catalog/glue-table';
import { App } from '../template/app';
import { Resource } from '../template/resource';

const METADATA_KEY = 'cdk-api-usage-analytics';
const VERSION = 1;

/** A question of a template, and the statement that answers it. */
export interface NamedQuery extends Metadata {
  /** For Athena. */
  readonly sql: string;
}

/** The named queries of a database that have metadata, in the order of the templates. */
export function namedQueries(app: App, database: string): NamedQuery[] {
  const described = (type: string, property: string) => app.resources(type)
    .filter((resource) => resource.metadata(METADATA_KEY) !== undefined && resource.property(property) === database);
  const views = new Map(described(GLUE_TABLE, 'DatabaseName').map((resource) => [resource.physicalId, resource]));
  return described('AWS::Athena::NamedQuery', 'Database').map((resource) => namedQuery(resource, views));
}

function namedQuery(resource: Resource, views: ReadonlyMap<string, Resource>): NamedQuery {
  const [title, question, sql] = ['Name', 'Description', 'QueryString'].map((name) => String(resource.property(name)));
  const name = `the named query ${title} (${resource.logicalId} in template ${resource.stack.name})`;
  const written = metadataOf<WrittenMetadata>(resource, name, ({ visual }) => ['question', 'period', ...visual ? [] : ['answer' as const]]);
  const metadata = readMetadata(written, { title, question });
  if (written.visual === undefined) return { ...metadata, sql };
  const { view } = written.visual;
  const table = views.get(view);
  if (table === undefined) throw new InputError(`${name} draws the view ${view}, which has no metadata ${METADATA_KEY}: synthesise the template again.`);
  const described = metadataOf<WrittenView>(table, `the view ${view} (${table.logicalId} in template ${table.stack.name})`, () => ['filters', 'dimensions', 'measures', 'parts']);
  return { ...metadata, ...readVisual(written.visual, described), sql };
}

function metadataOf<T extends { readonly version: number }>(
  resource: Resource, name: string, needed: (metadata: T) => readonly (keyof T & string)[],
): T {
  const metadata = resource.metadata<T>(METADATA_KEY)!;
  if (metadata.version !== VERSION) {
    throw new InputError(`${name} has metadata ${METADATA_KEY} of version ${JSON.stringify(metadata.version)}, and this preview reads version ${VERSION}: `
      + 'run `npx cdk-api-usage-analytics-preview@VERSION` with the version of cdk-api-usage-analytics that synthesised the template.');
  }
  const missing = needed(metadata).filter((key) => metadata[key] === undefined);
  if (missing.length > 0) throw new InputError(`${name} has metadata ${METADATA_KEY} without ${missing.join(', ')}: synthesise the template again.`);
  return metadata;
}
