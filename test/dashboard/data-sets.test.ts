import { dashboardTemplate, dataSetsOf, definitionOf } from './dashboard';
import { AccessLogColumn, DashboardRefresh, UsageQuestion, UsageVisual } from '../../src';
import { Json, resourcesOf } from '../support/template';

const template = dashboardTemplate();
const direct = dataSetsOf(template);
const copied = dataSetsOf(dashboardTemplate({ refresh: DashboardRefresh.daily({ time: '06:30', timeZone: 'Europe/Berlin' }) }));
const MONTHS = 'INTERVAL \'12\' MONTH';

test('data sets query directly by default', () => {
  expect([...new Set(direct.map(({ importMode }) => importMode))]).toEqual(['DIRECT_QUERY']);
  expect(resourcesOf(template, 'AWS::QuickSight::RefreshSchedule')).toEqual({});
});

test('rows of requests reach back thirteen months, copied or not', () => {
  for (const { identifier, sql } of [...direct, ...copied].filter(({ columns }) => columns.has('partition_from'))) {
    expect([identifier, sql]).toEqual([identifier, expect.stringContaining(MONTHS)]);
  }
});

test('refresh copies what is aggregated, and never single requests', () => {
  expect(copied.filter(({ importMode }) => importMode === 'DIRECT_QUERY').map(({ identifier }) => identifier)).toEqual(['requests']);
});

test('each copied data set has a schedule without a start date', () => {
  const schedules = resourcesOf(dashboardTemplate({ refresh: DashboardRefresh.daily({ time: '06:30', timeZone: 'Europe/Berlin' }) }), 'AWS::QuickSight::RefreshSchedule');
  expect(Object.keys(schedules)).toHaveLength(copied.filter(({ importMode }) => importMode === 'SPICE').length);
  for (const { Properties } of Object.values(schedules)) {
    expect(Properties.Schedule).toEqual({ ScheduleId: 'refresh', RefreshType: 'FULL_REFRESH', ScheduleFrequency: { Interval: 'DAILY', TimeOfTheDay: '06:30', TimeZone: 'Europe/Berlin' } });
  }
});

test('controls take their values from the last days, so that opening one does not read all history', () => {
  expect(direct.find(({ identifier }) => identifier === 'choices')!.sql).toContain('INTERVAL \'90\' DAY');
});

test('a condition is a column of the data set of its view, and a filter of its visual alone', () => {
  const questions = [["stage = 'prod'"], ['customer_id IS NOT NULL', 'status_5xx > 0']].map((where, index) =>
    UsageQuestion.visual({ id: `own-${index}`, title: 'Own', question: 'What?', where, visual: UsageVisual.kpi() }));
  const own = dashboardTemplate({}, { questions });
  expect(dataSetsOf(own).map(({ identifier }) => identifier)).toEqual(direct.map(({ identifier }) => identifier));
  const { sql, columns } = dataSetsOf(own).find(({ identifier }) => identifier === 'usage_daily')!;
  const [, name] = /if\(\(stage = 'prod'\), 'yes', 'no'\) AS "(where_\w{8})"/.exec(sql)!;
  expect(columns.get(name)).toBe('STRING');
  expect(sql).toContain("if((customer_id IS NOT NULL) AND (status_5xx > 0), 'yes', 'no') AS");
  const group = (definitionOf(own).FilterGroups as Json[]).find(({ Filters }) => Filters[0].CategoryFilter?.Column.ColumnName === name)!;
  expect(group.Filters).toEqual([expect.objectContaining({
    CategoryFilter: expect.objectContaining({ Configuration: { CustomFilterConfiguration: { MatchOperator: 'EQUALS', CategoryValue: 'yes', NullOption: 'NON_NULLS_ONLY' } } }),
  })]);
  expect(group.ScopeConfiguration.SelectedSheets.SheetVisualScopingConfigurations).toEqual([expect.objectContaining({ VisualIds: ['own-0-requests'] })]);
});

test('columns of the user are in the data set of requests', () => {
  const own = dataSetsOf(dashboardTemplate({}, { extraColumns: [AccessLogColumn.text('tenant_id', '$context.authorizer.tenant')] }));
  expect(own.find(({ identifier }) => identifier === 'requests')!.columns.get('tenant_id')).toBe('STRING');
});

test('a statement of the user finds the views without a current database', () => {
  const sql = '-- my own\nWITH recent AS (SELECT * FROM requests) SELECT path, count(*) AS hits FROM recent JOIN "api_keys" ON true GROUP BY 1 ORDER BY 2 DESC';
  const question = UsageQuestion.sql({ id: 'own', title: 'Own', question: 'What?', sql, columns: ['path', 'hits'] });
  const own = dataSetsOf(dashboardTemplate({}, { questions: [question], databaseName: 'usage' })).find(({ identifier }) => identifier === 'own')!;
  expect(own.sql).toContain('WITH "requests" AS (SELECT * FROM "usage"."requests"),\n"api_keys" AS (SELECT * FROM "usage"."api_keys"),\nrecent AS');
  expect(own.sql).not.toContain('my own');
});

test('a statement that is too long for QuickSight is refused', () => {
  const question = UsageQuestion.sql({ id: 'long', title: 'Long', question: 'What?', sql: `SELECT '${'x'.repeat(66_000)}' AS path`, columns: ['path'] });
  expect(() => dashboardTemplate({}, { questions: [question] })).toThrow('The sql of the question \'long\' is too long for the dashboard: QuickSight accepts 65536 characters');
});
