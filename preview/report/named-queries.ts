import { InputError } from '../input-error';
import { Metadata } from './metadata';
import { readMetadata, WrittenMetadata } from './written-metadata';
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
  return app.resources('AWS::Athena::NamedQuery')
    .filter((resource) => resource.metadata(METADATA_KEY) !== undefined && resource.property('Database') === database)
    .map(namedQuery);
}

function namedQuery(resource: Resource): NamedQuery {
  const metadata = resource.metadata<WrittenMetadata>(METADATA_KEY)!;
  const name = `the named query ${resource.property('Name')} (${resource.logicalId} in template ${resource.stack.name})`;
  if (metadata.version !== VERSION) {
    throw new InputError(`${name} has questions of version ${JSON.stringify(metadata.version)}, and this preview reads version ${VERSION}: `
      + 'run the preview of the release of cdk-api-usage-analytics that synthesised the template.');
  }
  const missing = (['question', 'period', 'answer', ...metadata.visual ? ['measures', 'parts'] as const : []] as const).filter((key) => metadata[key] === undefined);
  if (missing.length > 0) {
    throw new InputError(`${name} has metadata ${METADATA_KEY} without ${missing.join(', ')}: synthesise the template again.`);
  }
  return { ...readMetadata(metadata), sql: String(resource.property('QueryString')) };
}
