import { InputError } from '../input-error';
import { checkDefinition } from './check-definition';
import { DataSet, Definition } from './definition';
import { App } from '../template/app';
import { arnOf } from '../template/physical-ids';
import { ACCOUNT, REGION } from '../template/pseudo-parameters';
import { Resource } from '../template/resource';
import { checkStatements } from './evaluate/check-statements';
import { dataSet } from './read/data-sets';
import { definition } from './read/definition';
import { Properties } from './read/properties';

/** The dashboards of the templates that show data of a database. */
export function findDashboards(app: App, database: string): Definition[] {
  const dataSets = byArn(app.resources('AWS::QuickSight::DataSet'));
  const dataSources = byArn(app.resources('AWS::QuickSight::DataSource'));
  return app.resources('AWS::QuickSight::Dashboard')
    .filter((dashboard) => dataSetArns(dashboard).some((arn) => shows(dataSets.get(arn), database)))
    .map((dashboard) => {
      const found = read(dashboard, ['Name', 'Definition'], (properties) =>
        definition(properties, (arn, path) => dataSetOf(dataSets.get(arn), dataSources, arn, path)));
      checkDefinition(found, described(dashboard));
      checkStatements(found);
      return found;
    });
}

function byArn(resources: readonly Resource[]): ReadonlyMap<string, Resource> {
  return new Map(resources.map((resource) => [arnOf(resource.type, resource.physicalId, REGION, ACCOUNT), resource]));
}

function dataSetArns(dashboard: Resource): string[] {
  const declared = dashboard.property<{ readonly DataSetIdentifierDeclarations?: readonly { readonly DataSetArn?: string }[] }>('Definition')?.DataSetIdentifierDeclarations;
  return (declared ?? []).flatMap(({ DataSetArn }) => DataSetArn ?? []);
}

/** Whether the statement or the table of a data set names the database. */
function shows(resource: Resource | undefined, database: string): boolean {
  const tables = Object.values(resource?.property<Readonly<Record<string, any>>>('PhysicalTableMap') ?? {});
  return tables.some(({ CustomSql, RelationalTable }) => CustomSql?.SqlQuery?.includes(`"${database}".`) || RelationalTable?.Schema === database);
}

function dataSetOf(resource: Resource | undefined, dataSources: ReadonlyMap<string, Resource>, arn: string, path: string): DataSet {
  if (!resource) throw new InputError(`${path} is ${arn}, and no given template has that data set. Give the template of its stack with another --template.`);
  for (const table of Object.values(resource.property<Readonly<Record<string, any>>>('PhysicalTableMap') ?? {})) {
    const source = dataSources.get((table.CustomSql ?? table.RelationalTable)?.DataSourceArn);
    const type = source?.property<string>('Type') ?? 'ATHENA';
    if (type !== 'ATHENA') throw new InputError(`the ${described(resource)} reads a data source of type ${type}. The preview stands for ATHENA alone.`);
  }
  return read(resource, ['Name', 'ImportMode', 'PhysicalTableMap'], dataSet);
}

/** Reads the properties of a resource. Only the named ones are resolved, because others may refer to stacks that are not given. */
function read<T>(resource: Resource, names: readonly string[], reader: (properties: Properties) => T): T {
  const resolved = names.map((name) => [name, resource.property(name)]);
  return Properties.read({ ...resource.definition.Properties, ...Object.fromEntries(resolved) }, described(resource), reader);
}

function described({ type, logicalId, stack }: Resource): string {
  return `${type.split('::')[2]} ${logicalId} in template ${stack.name}`;
}
