import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { DataSetColumns } from './definition-rules';
import { ApiUsageAnalyticsProps, DashboardOptions, QuickSightPrincipal } from '../../src';
import { pipeline } from '../support/app';
import { Json, propertiesOf, resourcesOf } from '../support/template';

export const OWNERS = QuickSightPrincipal.group('owners');

/** The template of a pipeline with a dashboard. */
export function dashboardTemplate(options: Partial<DashboardOptions> = {}, props: ApiUsageAnalyticsProps = {}): Template {
  return Template.fromStack(dashboardStack(options, props));
}

export function dashboardStack(options: Partial<DashboardOptions> = {}, props: ApiUsageAnalyticsProps = {}): Stack {
  return pipeline({ dashboard: { readers: [OWNERS], ...options }, ...props }).stack;
}

export function definitionOf(template: Template): Json {
  return propertiesOf(template, 'AWS::QuickSight::Dashboard').Definition;
}

/** The data sets by the identifiers that the definition uses. */
export function dataSetsOf(template: Template): (DataSetColumns & { readonly sql: string; readonly importMode: string })[] {
  const made = resourcesOf(template, 'AWS::QuickSight::DataSet');
  return (definitionOf(template).DataSetIdentifierDeclarations as Json[]).map(({ Identifier, DataSetArn }) => {
    const { PhysicalTableMap, ImportMode } = made[DataSetArn['Fn::GetAtt'][0]].Properties;
    const { Columns, SqlQuery } = (Object.values(PhysicalTableMap)[0] as Json).CustomSql;
    return {
      identifier: Identifier,
      importMode: ImportMode,
      sql: SqlQuery,
      columns: new Map((Columns as Json[]).map(({ Name, Type }) => [Name, Type])),
    };
  });
}

/** The visuals of a definition by their ids. */
export function visualsOf(definition: Json): Record<string, Json> {
  const visuals = (definition.Sheets as Json[]).flatMap(({ Visuals }) => Visuals as Json[]);
  return Object.fromEntries(visuals.map((visual) => {
    const [[kind, properties]] = Object.entries(visual) as [string, Json][];
    return [properties.VisualId, { kind, ...properties }];
  }));
}
