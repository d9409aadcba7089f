import { Template } from 'aws-cdk-lib/assertions';
import { UsageDatabase } from './usage-database';
import { UsageQuestion, UsageVisual, VisualQuestionOptions } from '../../src';
import { pipeline } from '../support/app';
import { resourcesOf } from '../support/template';

const NOW = '2026-11-18 12:00:00.000';
const [MONDAY, TUESDAY] = ['2026-11-16 08:30:00', '2026-11-17 21:15:00'];

let usage: UsageDatabase;
beforeAll(async () => {
  usage = await UsageDatabase.open();
  await usage.repeat(3, { requested_at: MONDAY });
  await usage.repeat(2, { requested_at: TUESDAY, customer_id: 'c2', customer_name: 'Initech', usage_plan_id: 'p2', usage_plan_name: 'Silver', status: 500 });
  await usage.request({ requested_at: TUESDAY, customer_id: 'c3', customer_name: 'Hooli', usage_plan_id: 'p2', usage_plan_name: 'Silver' });
});
afterAll(() => usage.close());

/** The saved query of a visual that a user adds. */
function sqlOf(visual: UsageVisual, options: Partial<VisualQuestionOptions> = {}): string {
  const { stack } = pipeline({ questions: [UsageQuestion.visual({ id: 'own', title: 'Own', question: 'What?', visual, ...options })] });
  const saved = Object.values(resourcesOf(Template.fromStack(stack), 'AWS::Athena::NamedQuery')).find(({ Properties }) => Properties.Name === 'Own')!;
  return saved.Properties.QueryString as string;
}

test.each<[string, UsageVisual, unknown[][], Partial<VisualQuestionOptions>?]>([
  ['kpi', UsageVisual.kpi({ measures: ['requests', 'customers'] }), [[6, null, 3, null]]],
  ['pie', UsageVisual.pie({ dimension: 'customer', limit: 1, measure: 'errors' }), [['c1', 'Acme', 0], [null, '(all others)', 2]]],
  ['pie of hours', UsageVisual.pie({ dimension: 'hour_of_day', limit: 1 }), [[8, 3], [21, 3]], { view: 'requests' }],
  ['bar', UsageVisual.bar({ dimension: 'customer', limit: 2 }), [['c1', 'Acme', 3], ['c2', 'Initech', 2]]],
  ['bar with a colour', UsageVisual.bar({ dimension: 'usage_plan', colour: 'status_class' }), [
    ['p1', 'Gold', '2xx', 3], ['p2', 'Silver', '2xx', 1], ['p2', 'Silver', '5xx', 2],
  ], { view: 'requests' }],
  ['line', UsageVisual.line({ measures: ['requests', 'errors'] }), [['2026-11-16 00:00:00', 3, 0], ['2026-11-17 00:00:00', 3, 2]]],
  ['line with a colour', UsageVisual.line({ colour: 'usage_plan' }), [['2026-11-16 00:00:00', 'p1', 'Gold', 3], ['2026-11-17 00:00:00', 'p2', 'Silver', 3]]],
  ['pivot', UsageVisual.pivot({ row: 'usage_plan', column: 'status_class' }), [
    ['p1', 'Gold', '2xx', 3], ['p2', 'Silver', '2xx', 1], ['p2', 'Silver', '5xx', 2],
  ], { view: 'requests' }],
  ['table', UsageVisual.table({ dimensions: ['customer'], measures: ['error_rate'] }), [['c2', 'Initech', 1], ['c3', 'Hooli', 0]], { where: ["usage_plan_id = 'p2'"] }],
  ['table of two dimensions', UsageVisual.table({ dimensions: ['usage_plan', 'customer'] }), [
    ['p1', 'Gold', 'c1', 'Acme', 3], ['p2', 'Silver', 'c2', 'Initech', 2], ['p2', 'Silver', 'c3', 'Hooli', 1],
  ]],
  ['heat map', UsageVisual.heatMap({ row: 'weekday', column: 'hour_of_day' }), [[8, '1 Monday', 3], [21, '2 Tuesday', 3]], { view: 'requests' }],
])('%s', async (_kind, visual, expected, options = {}) => {
  expect((await usage.rows(sqlOf(visual, options), NOW)).map((row) => Object.values(row))).toEqual(expected);
});

test.each<[string, UsageVisual, string[]]>([
  ['all values of one dimension', UsageVisual.line(), ['period', 'grouped']],
  ['the greatest of one dimension', UsageVisual.table({ dimensions: ['customer'] }), ['period', 'grouped', 'placed']],
  ['the greatest among two dimensions', UsageVisual.bar({ dimension: 'customer', colour: 'usage_plan' }), ['period', 'grouped', 'counted', 'placed']],
  ['the others together', UsageVisual.pie({ dimension: 'customer' }), ['period', 'grouped', 'placed', 'shown']],
])('a statement about %s has the steps that it needs', (_what, visual, steps) => {
  expect([...sqlOf(visual).matchAll(/^(?:WITH )?(\w+) AS \(/gm)].map(([, step]) => step)).toEqual(steps);
});

test('days limits the period to those days and today', async () => {
  expect(await usage.rows(sqlOf(UsageVisual.table({ dimensions: ['customer'] }), { days: 1 }), NOW)).toMatchObject([{ customer_id: 'c2' }, { customer_id: 'c3' }]);
});
