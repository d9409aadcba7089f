import type { Tables } from './dialect-lint';
import { typeNamed } from './types';
import { Column, GLUE_TABLE, glueTable } from '../../../preview/catalog/glue-table';
import { prestoView } from '../../../preview/catalog/presto-view';
import { App } from '../../../preview/template/app';
import { Resource } from '../../../preview/template/resource';

/** A statement of a template, with the tables and views that it can read. */
export interface TemplateStatement {
  readonly name: string;
  readonly sql: string;
  readonly tables: Tables;
}

/** The views, named queries and data sets of a template. */
export function templateStatements(app: App): TemplateStatement[] {
  const resources = app.resources(GLUE_TABLE);
  const views = resources.flatMap((resource) => prestoView(resource) ?? []);
  const tables: Tables = new Map([
    ...resources.flatMap((resource) => glueTable(resource) ?? [])
      .map(({ name, columns, partitionKeys }) => [name, columnsOf([...columns, ...partitionKeys.map((key) => ({ name: key, type: 'string' }))])] as const),
    ...views.map(({ name, columns }) => [name, columnsOf(columns)] as const),
  ]);
  return [
    ...views.map(({ name, sql }) => ({ name, sql, tables })),
    ...app.resources('AWS::Athena::NamedQuery').map((query) => ({ name: query.logicalId, sql: query.property<string>('QueryString')!, tables })),
    ...app.resources('AWS::QuickSight::DataSet').map((dataSet) => ({ name: dataSet.logicalId, sql: customSql(dataSet), tables })),
  ];
}

function columnsOf(columns: readonly Column[]) {
  return columns.map(({ name, type }) => ({ name, type: typeNamed(type) }));
}

/** The statement of a data set, of which QuickSight makes a subquery. */
function customSql(dataSet: Resource): string {
  const [table] = Object.values(dataSet.property<Record<string, { readonly CustomSql: { readonly SqlQuery: string } }>>('PhysicalTableMap')!);
  return `SELECT * FROM (${table.CustomSql.SqlQuery}) AS data_set`;
}
