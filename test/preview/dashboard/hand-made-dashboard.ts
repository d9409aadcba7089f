import { readFileSync, writeFileSync } from 'fs';
import { Resource } from '../../support/template';
import { shop } from '../hand-made-app';

/** A part of a definition, which a test may change. */
export type Part = Record<string, any>;

const FACTS = `SELECT * FROM (VALUES
  (TIMESTAMP '2026-05-01 00:00:00', 'Acme', 'Gold', '200', 10, 100.0),
  (TIMESTAMP '2026-05-01 00:00:00', 'Acme', 'Gold', '500', 2, 900.0),
  (TIMESTAMP '2026-05-03 00:00:00', 'Initech', 'Gold', '200', 5, 50.0),
  (TIMESTAMP '2026-05-03 00:00:00', 'Umbrella', 'Free', '200', 3, NULL),
  (TIMESTAMP '2026-05-17 00:00:00', NULL, 'Free', '429', 1, 20.0),
  (TIMESTAMP '2026-04-10 00:00:00', 'Acme', 'Gold', '200', 8, 70.0)) AS t (day, customer, plan, status, requests, latency)`;

const VIEW = {
  name: 'facts', sql: FACTS, columns: { day: 'timestamp(3)', customer: 'varchar', plan: 'varchar', status: 'varchar', requests: 'bigint', latency: 'double' },
};

const COLUMNS = [['day', 'DATETIME'], ['customer', 'STRING'], ['plan', 'STRING'], ['status', 'STRING'], ['requests', 'INTEGER'], ['latency', 'DECIMAL']]
  .map(([Name, Type]) => ({ Name, Type }));

const column = (ColumnName: string) => ({ DataSetIdentifier: 'facts', ColumnName });
export const text = (name: string) => ({ CategoricalDimensionField: { FieldId: name, Column: column(name) } });
export const day = (granularity = 'DAY') => ({ DateDimensionField: { FieldId: 'day', Column: column('day'), DateGranularity: granularity } });
export const sum = (name: string) => ({
  NumericalMeasureField: { FieldId: name, Column: column(name), AggregationFunction: { SimpleNumericalAggregation: 'SUM' } },
});
export const calculated = (name: string, FormatConfiguration?: Part) =>
  ({ NumericalMeasureField: { FieldId: name, Column: column(name), FormatConfiguration } });
export const percent = { FormatConfiguration: { PercentageDisplayFormatConfiguration: { DecimalPlacesConfiguration: { DecimalPlaces: 1 } } } };
export const by = (FieldId: string, Direction = 'DESC') => [{ FieldSort: { FieldId, Direction } }];

/** A visual with a title that is its id. */
export function visual(kind: string, VisualId: string, ChartConfiguration: Part, more: Part = {}): Part {
  return { [kind]: { VisualId, Title: { Visibility: 'VISIBLE', FormatText: { PlainText: VisualId } }, ChartConfiguration, ...more } };
}

/** A sheet with its visuals below each other. */
export function sheet(SheetId: string, visuals: readonly Part[], more: Part = {}): Part {
  const ids = visuals.map((each) => Object.values(each)[0].VisualId as string);
  return {
    SheetId,
    Name: SheetId,
    Visuals: visuals,
    Layouts: [{ Configuration: { GridLayout: { Elements: ids.map((ElementId, row) => ({ ElementId, ElementType: 'VISUAL', ColumnIndex: 0, ColumnSpan: 36, RowIndex: row * 10, RowSpan: 10 })) } } }],
    ...more,
  };
}

function scope(SheetId: string, visuals: readonly Part[]): Part {
  const VisualIds = visuals.filter(({ KPIVisual }) => KPIVisual === undefined).flatMap((each) => Object.values(each).map(({ VisualId }) => VisualId));
  return VisualIds.length === visuals.length ? { SheetId, Scope: 'ALL_VISUALS' } : { SheetId, Scope: 'SELECTED_VISUALS', VisualIds };
}

/** The month to date, on every visual of these sheets but the one that compares months itself. */
function period(sheets: readonly Part[]): Part {
  return {
    FilterGroupId: 'period',
    CrossDataset: 'SINGLE_DATASET',
    Status: 'ENABLED',
    ScopeConfiguration: { SelectedSheets: { SheetVisualScopingConfigurations: sheets.map(({ SheetId, Visuals }) => scope(SheetId, Visuals)) } },
    Filters: [
      {
        TimeRangeFilter: {
          FilterId: 'days',
          Column: column('day'),
          NullOption: 'NON_NULLS_ONLY',
          TimeGranularity: 'DAY',
          IncludeMinimum: true,
          RangeMinimumValue: { Parameter: 'From' },
          IncludeMaximum: true,
          RangeMaximumValue: { RollingDate: { Expression: 'now()' } },
        },
      },
      { CategoryFilter: { FilterId: 'customers', Column: column('customer'), Configuration: { CustomFilterConfiguration: { MatchOperator: 'EQUALS', ParameterName: 'Customer', NullOption: 'ALL_VALUES' } } } },
    ],
  };
}

export function definitionOf(sheets: readonly Part[], more: Part = {}): Part {
  return {
    DataSetIdentifierDeclarations: [{ Identifier: 'facts', DataSetArn: { 'Fn::GetAtt': ['Facts', 'Arn'] } }],
    CalculatedFields: Object.entries({
      error_rate: 'sumIf({requests}, {status} >= \'400\') / sum({requests})',
      share: 'percentOfTotal(sum({requests}))',
      this_month: 'sumIf({requests}, {day} >= ${From})',
      last_month: 'sumIf({requests}, {day} < ${From} AND {day} >= addDateTime(-1, \'MM\', ${From}))',
    }).map(([Name, Expression]) => ({ DataSetIdentifier: 'facts', Name, Expression })),
    ParameterDeclarations: [
      { DateTimeParameterDeclaration: { Name: 'From', TimeGranularity: 'DAY', DefaultValues: { RollingDate: { Expression: 'truncDate(\'MM\', now())' } } } },
      { StringParameterDeclaration: { Name: 'Customer', ParameterValueType: 'MULTI_VALUED', ValueWhenUnset: { ValueWhenUnsetOption: 'RECOMMENDED_VALUE' } } },
    ],
    FilterGroups: [period(sheets)],
    Sheets: sheets,
    ...more,
  };
}

/** The template of a pipeline of plain resources, with a dashboard on a view of it. */
export function withDashboard(definition: Part, properties: Part = {}): string {
  const file = shop({ views: [VIEW] });
  const template = JSON.parse(readFileSync(file, 'utf8')) as { readonly Resources: Record<string, Resource> };
  const resources: Record<string, { readonly Type: string; readonly Properties: Part }> = {
    Source: { Type: 'AWS::QuickSight::DataSource', Properties: { DataSourceId: 'source', Name: 'Source', Type: 'ATHENA' } },
    Facts: {
      Type: 'AWS::QuickSight::DataSet',
      Properties: {
        DataSetId: 'facts',
        Name: 'Facts',
        ImportMode: 'DIRECT_QUERY',
        PhysicalTableMap: { facts: { CustomSql: { DataSourceArn: { 'Fn::GetAtt': ['Source', 'Arn'] }, Name: 'facts', SqlQuery: 'SELECT * FROM "usage"."facts"', Columns: COLUMNS } } },
      },
    },
    Dashboard: { Type: 'AWS::QuickSight::Dashboard', Properties: { DashboardId: 'dashboard', Name: 'Hand-made', Definition: definition, ...properties } },
  };
  Object.assign(template.Resources, resources);
  writeFileSync(file, JSON.stringify(template));
  return file;
}
