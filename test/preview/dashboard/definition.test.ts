import { existsSync } from 'fs';
import { by, calculated, day, definitionOf, Part, percent, sheet, sum, text, visual, withDashboard } from './hand-made-dashboard';
import { withChosenValues } from '../../../preview/dashboard/chosen-values';
import { findDashboards } from '../../../preview/dashboard/find-dashboards';
import { App } from '../../../preview/template/app';
import { shop } from '../hand-made-app';
import { commandHere, previewed, requestsFile } from '../previewing';
import { edited } from '../template-edits';
import { temporaryFolder } from '../temporary-folder';

const bars = () => visual('BarChartVisual', 'bars', {
  FieldWells: { BarChartAggregatedFieldWells: { Category: [text('customer')], Values: [sum('requests')], Colors: [text('status')] } },
  SortConfiguration: { CategorySort: by('requests'), CategoryItemsLimit: { ItemsLimit: 2, OtherCategories: 'INCLUDE' } },
});

/** A definition with one visual, and what a test changes. */
function changed(edit: (definition: Part, chart: Part) => void): string {
  const definition = definitionOf([sheet('overview', [bars()])]);
  edit(definition, definition.Sheets[0].Visuals[0].BarChartVisual);
  return withDashboard(definition);
}

const CHART = 'Dashboard Dashboard in template Shop.Definition.Sheets[0].Visuals[0].BarChartVisual';

test.each<[string, (definition: Part, chart: Part) => void, string]>([
  ['a property of the definition', (definition) => { definition.Images = []; }, 'Dashboard Dashboard in template Shop.Definition.Images is a property that the preview does not know. Of Definition it knows'],
  ['a property deep in a visual', (_, chart) => { chart.ChartConfiguration.SortConfiguration.CategoryItemsLimit.Most = 3; }, `${CHART}.ChartConfiguration.SortConfiguration.CategoryItemsLimit.Most is a property that the preview does not know. Of CategoryItemsLimit it knows ItemsLimit, OtherCategories.`],
  ['a kind of visual', (definition) => { definition.Sheets[0].Visuals = [{ SankeyDiagramVisual: { VisualId: 'bars' } }]; }, 'Sheets[0].Visuals[0].SankeyDiagramVisual is a property that the preview does not know. Of Visuals[0] it knows KPIVisual, PieChartVisual'],
  ['a visual of two kinds', (definition) => { definition.Sheets[0].Visuals[0].PieChartVisual = {}; }, 'Sheets[0].Visuals[0] must have exactly one of KPIVisual, PieChartVisual, BarChartVisual, LineChartVisual, PivotTableVisual, TableVisual, HeatMapVisual, but has PieChartVisual and BarChartVisual.'],
  ['a value', (_, chart) => { chart.ChartConfiguration.BarsArrangement = 'STACKED_PERCENT'; }, `${CHART}.ChartConfiguration.BarsArrangement is "STACKED_PERCENT", which the preview does not know. It knows CLUSTERED, STACKED.`],
  ['a filter', (definition) => { definition.FilterGroups[0].Filters[0] = { TopBottomFilter: {} }; }, 'FilterGroups[0].Filters[0].TopBottomFilter is a property that the preview does not know. Of Filters[0] it knows TimeRangeFilter, CategoryFilter.'],
  ['a function', (definition) => { definition.CalculatedFields[0].Expression = 'rank([sum({requests})])'; }, 'CalculatedFields[0].Expression has the function rank, which the preview does not know.'],
  ['a function of a rolling date', (definition) => { definition.ParameterDeclarations[0].DateTimeParameterDeclaration.DefaultValues.RollingDate.Expression = 'today()'; }, 'DateTimeParameterDeclaration has the function today, which the preview does not know.'],
  ['a column', (_, chart) => { chart.ChartConfiguration.FieldWells.BarChartAggregatedFieldWells.Category = [text('price')]; }, 'the data set facts has no column and no calculated field price. It has day, customer, plan, status, requests, latency, error_rate'],
  ['a data set', (_, chart) => { chart.ChartConfiguration.FieldWells.BarChartAggregatedFieldWells.Category[0].CategoricalDimensionField.Column.DataSetIdentifier = 'other'; }, 'names other, which is no data set of the definition. It has facts.'],
  ['an ARN of a data set', (definition) => { definition.DataSetIdentifierDeclarations.push({ Identifier: 'other', DataSetArn: 'arn:aws:quicksight:us-east-1:123456789012:dataset/other' }); }, 'DataSetIdentifierDeclarations[1].DataSetArn is arn:aws:quicksight:us-east-1:123456789012:dataset/other, and no given template has that data set.'],
  ['a parameter', (definition) => { definition.FilterGroups[0].Filters[0].TimeRangeFilter.RangeMinimumValue.Parameter = 'Start'; }, 'names Start, which is no parameter of the definition. It has From, Customer.'],
  ['a sheet of a filter', (definition) => { definition.FilterGroups[0].ScopeConfiguration.SelectedSheets.SheetVisualScopingConfigurations[0].SheetId = 'other'; }, 'names other, which is no sheet of the definition. It has overview.'],
  ['a visual of a filter', (definition) => { definition.FilterGroups[0].ScopeConfiguration.SelectedSheets.SheetVisualScopingConfigurations[0] = { SheetId: 'overview', Scope: 'SELECTED_VISUALS', VisualIds: ['pie'] }; }, 'names pie, which is no visual of the definition. It has bars.'],
  ['a field to sort by', (_, chart) => { chart.ChartConfiguration.SortConfiguration.CategorySort = by('bytes'); }, `${CHART}.ChartConfiguration.SortConfiguration.CategorySort[0].FieldSort.FieldId is bytes, which is no measure of the visual bars.`],
  ['an element of the layout', (definition) => { definition.Sheets[0].Layouts[0].Configuration.GridLayout.Elements[0].ElementId = 'other'; }, 'Layouts has no place for the element bars.'],
  ['a second field of a well', (_, chart) => { chart.ChartConfiguration.FieldWells.BarChartAggregatedFieldWells.Category.push(text('plan')); }, 'BarChartAggregatedFieldWells.Category has 2 items. The preview draws one.'],
  ['a second number beside colours', (_, chart) => { chart.ChartConfiguration.FieldWells.BarChartAggregatedFieldWells.Values.push(sum('latency')); }, `${CHART}.ChartConfiguration.FieldWells.BarChartAggregatedFieldWells.Values has 2 items. The preview draws one.`],
  ['a second sort', (_, chart) => { chart.ChartConfiguration.SortConfiguration.CategorySort.push(...by('customer')); }, 'CategorySort has 2 items. The preview draws one.'],
  ['an id of two visuals', (definition) => { definition.Sheets[0].Visuals.push(bars()); }, 'Sheets[0].Visuals has two elements with the id bars.'],
  ['a tag', (definition) => { definition.Sheets[0].TextBoxes = [{ SheetTextBoxId: 'text', Content: '<text-box><video/></text-box>' }]; }, 'TextBoxes[0].Content has the tag <video>, which the preview does not know.'],
  ['a target of an action', (_, chart) => { chart.Actions = [{ CustomActionId: 'a', Name: 'A', Trigger: 'DATA_POINT_CLICK', ActionOperations: [{ NavigationOperation: { LocalNavigationConfiguration: { TargetSheetId: 'other' } } }] }]; }, 'Actions[0] names other, which is no sheet of the definition. It has overview.'],
  ['a part of a date pattern', (_, chart) => { chart.ChartConfiguration.FieldWells.BarChartAggregatedFieldWells.Category = [{ DateDimensionField: { ...day().DateDimensionField, FormatConfiguration: { DateTimeFormat: 'YYYY gg' } } }]; }, 'DateTimeFormat is "YYYY gg", and the preview does not know its part gg.'],
  ['a measure without an aggregation', (_, chart) => { chart.ChartConfiguration.FieldWells.BarChartAggregatedFieldWells.Values = [calculated('requests', percent)]; }, 'the measure requests needs an AggregationFunction.'],
])('%s that the preview does not know is refused by its path', (_what, edit, message) => {
  expect(() => findDashboards(new App([changed(edit)]), 'usage')).toThrow(message);
});

test.each([
  ['no value', ['From'], '--parameter From must be NAME=VALUE, such as From=2026-10-01.'],
  ['another name', ['Plan=Gold'], '--parameter Plan: the dashboard has no such parameter. It has From, Customer.'],
  ['no time', ['From=today'], '--parameter From must be one time, such as 2026-10-01 or 2026-10-01T12:00:00Z, but is today.'],
  ['two times', ['From=2026-10-01', 'From=2026-10-02'], 'but is 2026-10-01 and 2026-10-02.'],
])('a chosen value with %s is refused', (_what, choices, message) => {
  expect(() => withChosenValues(findDashboards(new App([changed(() => undefined)]), 'usage'), choices)).toThrow(message);
});

test('without a dashboard there is no parameter to choose', () => {
  expect(() => withChosenValues([], ['From=2026-10-01'])).toThrow('--parameter From: the templates have no dashboard with parameters.');
});

test('it is refused before anything runs', async () => {
  const out = temporaryFolder();
  const { status, stderr } = await commandHere(['--template', changed((definition) => { definition.Images = []; }), '--requests', requestsFile([{}]), '--out', `${out}/out`]);
  expect(stderr).toContain('error: Dashboard Dashboard in template Shop.Definition.Images is a property that the preview does not know.');
  expect(status).toBe(2);
  expect(existsSync(`${out}/out`)).toBe(false);
});

test('a data source of another service', () => {
  const file = edited(changed(() => undefined), 'AWS::QuickSight::DataSource', (properties) => { properties!.Type = 'REDSHIFT'; });
  expect(() => findDashboards(new App([file]), 'usage')).toThrow('the DataSet Facts in template Shop reads a data source of type REDSHIFT. The preview stands for ATHENA alone.');
});

test('a dashboard of other data is none of the preview\'s', () => {
  const file = changed((definition) => { definition.Images = []; });
  expect(findDashboards(new App([file]), 'billing')).toEqual([]);
});

test('a statement that fails is a problem, and the page says it', async () => {
  const file = edited(changed(() => undefined), 'AWS::QuickSight::DataSet', (properties) => {
    properties!.PhysicalTableMap.facts.CustomSql.SqlQuery = 'SELECT nothing FROM "usage"."facts"';
  });
  const { preview } = await previewed(file, [{}], 'SELECT 1');
  expect(preview.problems).toEqual([expect.stringMatching(/^the visual bars of the dashboard has no answer: .*nothing/)]);
});

test('a template without a dashboard has no page', async () => {
  const { preview, out } = await previewed(shop(), [{}], 'SELECT 1');
  expect(preview.dashboards).toEqual([]);
  expect(existsSync(`${out}/dashboard.html`)).toBe(false);
});
