import { dashboardTemplate, dataSetsOf, definitionOf, visualsOf } from './dashboard';
import { mistakes, RULES } from './definition-rules';
import { AccessLogColumn, DashboardRefresh, QuickSightPrincipal, UsageQuestion, UsageVisual } from '../../src';
import { QUESTIONS } from '../../src/query/questions';
import { COLUMNS } from '../../src/schema/columns';
import { Json } from '../support/template';

const AUTHORS = [QuickSightPrincipal.user('jane')];
const template = dashboardTemplate({ authors: AUTHORS });
const definition = definitionOf(template);
const dataSets = dataSetsOf(template);

const TENANTS = UsageQuestion.visual({
  id: 'top-tenants',
  title: 'Top tenants',
  question: 'Which tenants sent the most requests?',
  view: 'requests',
  where: ['status >= 200'],
  visual: UsageVisual.bar({ dimension: 'tenant_id', colour: 'status', measures: ['latency_p95', 'error_rate'] }),
});
const OWN_SQL = UsageQuestion.sql({
  id: 'newest', title: 'Newest', question: 'What came last?', sql: 'SELECT request_id, path FROM requests ORDER BY path DESC', columns: ['request_id', 'path'],
});

describe('QuickSight accepts the definition', () => {
  const omissible = COLUMNS.filter((column) => !('essential' in column)).map(({ name }) => name);
  test.each([
    ['by default', template],
    ['with questions of the user', dashboardTemplate({}, { extraColumns: [AccessLogColumn.text('tenant_id', '$context.authorizer.tenant')], questions: [TENANTS, OWN_SQL] })],
    ['copied into SPICE', dashboardTemplate({ refresh: DashboardRefresh.hourly() })],
    ['without any omissible column', dashboardTemplate({}, { omitColumns: omissible })],
  ])('%s', (_title, each) => expect(mistakes(definitionOf(each), dataSetsOf(each))).toEqual([]));
});

test('every question is drawn on its sheet, the overview as in the post', () => {
  const drawn = visualsOf(definition);
  for (const question of QUESTIONS) {
    const ids = 'visual' in question && question.visual.kind === 'kpi' ? question.visual.measures.map((id) => `${question.id}-${id.replaceAll('_', '-')}`) : [question.id];
    const sheet = (definition.Sheets as Json[]).find(({ Name }) => Name === question.sheet)!;
    const onSheet = (sheet.Visuals as Json[]).flatMap((visual) => Object.values(visual) as Json[]).map(({ VisualId }) => VisualId);
    expect(onSheet).toEqual(expect.arrayContaining(ids));
    for (const id of ids) expect(drawn[id].Title.FormatText.PlainText).not.toBe('');
  }
  const overview = (definition.Sheets as Json[])[0].Visuals as Json[];
  expect(overview.map((visual) => Object.keys(visual)[0]).filter((kind) => kind !== 'KPIVisual')).toEqual(['PieChartVisual', 'BarChartVisual', 'PivotTableVisual', 'LineChartVisual']);
});

test('every sheet says up to which instant it is complete', () => {
  for (const { SheetId } of definition.Sheets as Json[]) {
    expect(visualsOf(definition)[`${SheetId}-complete-until`].ChartConfiguration.FieldWells.Values[0].DateMeasureField).toMatchObject({
      AggregationFunction: 'MAX', Column: { DataSetIdentifier: 'data_health', ColumnName: 'complete_until' },
    });
  }
});

test('the analysis is the dashboard, and exists for authors only', () => {
  const analysis = Object.values(template.findResources('AWS::QuickSight::Analysis'))[0].Properties;
  expect(analysis.Definition).toEqual(definition);
  expect(dashboardTemplate().findResources('AWS::QuickSight::Analysis')).toEqual({});
});

test('from a customer the menu leads to its endpoints, and from an endpoint to its slowest requests', () => {
  const actionsOf = (id: string) => (visualsOf(definition)[id].Actions as Json[]).map(({ Name, ActionOperations: [navigation, parameters] }) => [
    Name, navigation.NavigationOperation.LocalNavigationConfiguration.TargetSheetId,
    parameters.SetParametersOperation.ParameterValueConfigurations[0].DestinationParameterName,
  ]);
  expect(actionsOf('top-customers-by-status')).toEqual([['Endpoints of this customer', 'endpoints', 'Customer']]);
  expect(actionsOf('latency-by-endpoint')).toEqual([['Slowest requests of this endpoint', 'requests', 'Endpoint']]);
});

/** Mistakes, each of which one rule must find. */
const SEEDED: Readonly<Record<keyof typeof RULES, (copy: Json) => void>> = {
  'ids are unique': (copy) => copy.Sheets[1].Visuals.push(copy.Sheets[1].Visuals[0]),
  'names in a data set differ in more than their case': (copy) => copy.CalculatedFields.push({ DataSetIdentifier: 'usage_daily', Name: 'STATUS_4XX', Expression: '1' }),
  'each column exists, with a type that its use takes': (copy) => { pie(copy).FieldWells.PieChartAggregatedFieldWells.Category[0].CategoricalDimensionField.Column.ColumnName = 'Plan'; },
  'each column of a table and of a control exists': (copy) => { copy.Sheets[0].ParameterControls[2].Dropdown.SelectableValues.LinkToDataSetColumn.ColumnName = 'Plan'; },
  'each data set that is named is declared': (copy) => { copy.DataSetIdentifierDeclarations.shift(); },
  'each declared data set exists': (copy) => copy.DataSetIdentifierDeclarations.push({ Identifier: 'plans', DataSetArn: 'arn' }),
  'a calculated field reads columns and parameters that exist': (copy) => { copy.CalculatedFields[0].Expression = 'sum({nothing})'; },
  'no aggregate is within an aggregate': (copy) => { copy.CalculatedFields[0].Expression = 'sum(max({request_count}))'; },
  'each parameter that is named is declared': (copy) => { copy.ParameterDeclarations.shift(); },
  'each parameter has a control and a filter, and a date a default': (copy) => { delete copy.ParameterDeclarations[0].DateTimeParameterDeclaration.DefaultValues; },
  'a filter acts on sheets and visuals that exist': (copy) => { copy.FilterGroups[0].ScopeConfiguration.SelectedSheets.SheetVisualScopingConfigurations[0].SheetId = 'nowhere'; },
  'a visual is of one kind': (copy) => Object.assign(copy.Sheets[0].Visuals[0], copy.Sheets[1].Visuals[1]),
  'no well has too many fields, and a chart with colours has one value': (copy) => { wells(copy, 'HeatMapAggregatedFieldWells').Values.push({}); },
  'a sort names a field of its visual': (copy) => { pie(copy).SortConfiguration.CategorySort[0].FieldSort.FieldId = 'nothing'; },
  'an action leads to a sheet that exists, with a field of its visual': (copy) => { firstAction(copy).ActionOperations[0].NavigationOperation.LocalNavigationConfiguration.TargetSheetId = 'nowhere'; },
  'a layout has each element once, inside the grid and without overlap': (copy) => { copy.Sheets[0].Layouts[0].Configuration.GridLayout.Elements[1].ColumnIndex = 20; },
  'each control of a sheet has a place': (copy) => { copy.Sheets[0].SheetControlLayouts[0].Configuration.GridLayout.Elements.shift(); },
  'there are not too many sheets, visuals and data sets': (copy) => { copy.Sheets = Array.from({ length: 21 }, () => copy.Sheets[0]); },
  'rows of requests are filtered by time and by folder, without nulls': (copy) => { copy.FilterGroups[1].Filters[1].TimeRangeFilter.NullOption = 'ALL_VALUES'; },
};

function wells(copy: Json, kind: string): Json {
  const visuals = (copy.Sheets as Json[]).flatMap(({ Visuals }) => Visuals as Json[]).map((visual) => Object.values(visual)[0] as Json);
  return visuals.map(({ ChartConfiguration }) => ChartConfiguration.FieldWells[kind] as Json | undefined).find((each) => each !== undefined)!;
}

function pie(copy: Json): Json {
  return (copy.Sheets[0].Visuals as Json[]).find(({ PieChartVisual }) => PieChartVisual)!.PieChartVisual.ChartConfiguration;
}

function firstAction(copy: Json): Json {
  return Object.values(visualsOf(copy)).find(({ Actions }) => Actions)!.Actions[0];
}

test.each(Object.keys(RULES))('the rule "%s" finds a mistake', (name) => {
  const copy = structuredClone(definition);
  SEEDED[name](copy);
  expect(RULES[name](copy, dataSets)).not.toEqual([]);
});
