import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { PublicMember, publicMembers } from './public-members';
import {
  AccessLogColumn, ApiUsageAnalytics, CustomerIdentity, DashboardRefresh, QuickSightPrincipal, UsageCatalog, UsageQuestion, UsageStorage, UsageVisual,
} from '../../src';
import { newStack, restApi } from '../support/app';

/** Values as plain JavaScript may pass them. */
const SAMPLES = {
  'null': null,
  'a text': 'text',
  'a number': 6,
  'a boolean': true,
  'an object': {},
  'a function': () => undefined,
  'a list of texts': ['text'],
  'a list of numbers': [6],
  'a list of null': [null],
  'a Duration': Duration.days(3),
  'a construct': new Construct(newStack(), 'Sample'),
} as const;

type Sample = keyof typeof SAMPLES;

/** The samples that are of a type, by how the sources write the type. Every other one is wrong. */
function right(type: string): Sample[] {
  if (type === 'string') return ['a text'];
  if (type === 'number') return ['a number'];
  if (type === 'boolean') return ['a boolean'];
  if (type === 'Duration') return ['a Duration'];
  if (type === 'string[]') return ['a list of texts'];
  return /(Options|Props|InternalKeys|^\{.*\})$/.test(type) ? ['an object'] : [];
}

const create = (props: object) => new ApiUsageAnalytics(newStack(), 'Usage', props);
const usage = new ApiUsageAnalytics(newStack(), 'Usage');
const QUESTION = { id: 'own', title: 'Own', question: 'How many?', sql: 'SELECT 1 AS one', columns: ['one'] };
const tenant = { name: 'tenant_id', variable: '$context.authorizer.tenantId', options: {} };

function column(kind: 'text' | 'integer' | 'number' | 'flag' | 'timestamp', changes: object) {
  const { name, variable, options } = { ...tenant, ...changes };
  return create({ extraColumns: [AccessLogColumn[kind](name, variable, options)] });
}

function draw(kind: 'kpi' | 'pie' | 'bar' | 'line' | 'pivot' | 'table' | 'heatMap', options: object) {
  return usage.addQuestion(UsageQuestion.visual({ ...QUESTION, visual: UsageVisual[kind](options as never) }));
}

function dashboard(options: object) {
  return create({ dashboard: { readers: [QuickSightPrincipal.group('owners')], ...options } });
}

/** How a value gets to each member, by its owner. */
const PASS: Record<string, (member: string, value: never) => unknown> = {
  'ApiUsageAnalytics.constructor': (_, value) => create(value),
  'ApiUsageAnalytics.addStage': (name, value) =>
    name === 'stage' ? usage.addStage(value) : usage.addStage(restApi(newStack()).deploymentStage, value),
  'ApiUsageAnalytics.grantRead': (_, value) => usage.grantRead(value),
  'ApiUsageAnalytics.addAlarms': (_, value) => usage.addAlarms(value),
  'ApiUsageAnalytics.addOperationsDashboard': (_, value) => usage.addOperationsDashboard(value),
  'ApiUsageAnalytics.grantQuery': (_, value) => usage.grantQuery(value),
  'ApiUsageAnalytics.addQuestion': (_, value) => usage.addQuestion(value),
  'ApiUsageAnalyticsProps': (name, value) => create({ [name]: value }),
  'AccessLogColumnOptions': (name, value) => column('integer', { options: { [name]: value } }),
  'TextAccessLogColumnOptions': (name, value) => column('text', { options: { [name]: value } }),
  'AccessLogColumn.text': (name, value) => column('text', { [name]: value }),
  'AccessLogColumn.integer': (name, value) => column('integer', { [name]: value }),
  'AccessLogColumn.number': (name, value) => column('number', { [name]: value }),
  'AccessLogColumn.flag': (name, value) => column('flag', { [name]: value }),
  'AccessLogColumn.timestamp': (name, value) => column('timestamp', { [name]: value }),
  'AddStageOptions': (name, value) => usage.addStage(restApi(newStack()).deploymentStage, { [name]: value }),
  'CustomerIdentity.fromKeyTag': (_, value) => create({ customer: CustomerIdentity.fromKeyTag(value) }),
  'CustomerIdentity.fromKeyNamePattern': (_, value) => create({ customer: CustomerIdentity.fromKeyNamePattern(value) }),
  'InternalKeys': (name, value) => create({ internalKeys: { [name]: value } }),
  'ManagedStorageOptions': (name, value) => create({ storage: UsageStorage.managed({ [name]: value }) }),
  'BucketStorageOptions': (name, value) => create({ storage: UsageStorage.bucket(usage.bucket, { [name]: value }) }),
  'UsageStorage.managed': (_, value) => create({ storage: UsageStorage.managed(value) }),
  'UsageStorage.bucket': (name, value) => create({ storage: name === 'bucket' ? UsageStorage.bucket(value) : UsageStorage.bucket(usage.bucket, value) }),
  'CrawledCatalogOptions': (name, value) => create({ catalog: UsageCatalog.crawled({ [name]: value }) }),
  'ProjectedCatalogOptions': (name, value) => create({ catalog: UsageCatalog.projected({ [name]: value }) }),
  'UsageCatalog.crawled': (_, value) => create({ catalog: UsageCatalog.crawled(value) }),
  'UsageCatalog.projected': (_, value) => create({ catalog: UsageCatalog.projected(value) }),
  'SqlQuestionOptions': (name, value) => usage.addQuestion(UsageQuestion.sql({ ...QUESTION, [name]: value })),
  'VisualQuestionOptions': (name, value) => usage.addQuestion(UsageQuestion.visual({ ...QUESTION, visual: UsageVisual.kpi(), [name]: value })),
  'UsageQuestion.sql': (_, value) => usage.addQuestion(UsageQuestion.sql(value)),
  'UsageQuestion.visual': (_, value) => usage.addQuestion(UsageQuestion.visual(value)),
  'MeasuresVisualOptions': (name, value) => draw('kpi', { [name]: value }),
  'PieVisualOptions': (name, value) => draw('pie', { dimension: 'customer', [name]: value }),
  'BarVisualOptions': (name, value) => draw('bar', { dimension: 'customer', [name]: value }),
  'LineVisualOptions': (name, value) => draw('line', { [name]: value }),
  'GridVisualOptions': (name, value) => draw('pivot', { row: 'customer', column: 'stage', [name]: value }),
  'TableVisualOptions': (name, value) => draw('table', { dimensions: ['customer'], [name]: value }),
  'UsageVisual.kpi': (_, value) => draw('kpi', value),
  'UsageVisual.pie': (_, value) => draw('pie', value),
  'UsageVisual.bar': (_, value) => draw('bar', value),
  'UsageVisual.line': (_, value) => draw('line', value),
  'UsageVisual.pivot': (_, value) => draw('pivot', value),
  'UsageVisual.table': (_, value) => draw('table', value),
  'UsageVisual.heatMap': (_, value) => draw('heatMap', value),
  'DashboardOptions': (name, value) => dashboard({ [name]: value }),
  'DashboardRefresh.daily': (_, value) => dashboard({ refresh: DashboardRefresh.daily(value) }),
  'DailyRefreshOptions': (name, value) => dashboard({ refresh: DashboardRefresh.daily({ [name]: value }) }),
  'QuickSightPrincipal.user': (name, value) => dashboard({ readers: [name === 'name' ? QuickSightPrincipal.user(value) : QuickSightPrincipal.user('jane', value)] }),
  'QuickSightPrincipal.group': (name, value) => dashboard({ readers: [name === 'name' ? QuickSightPrincipal.group(value) : QuickSightPrincipal.group('owners', value)] }),
  'QuickSightPrincipalOptions': (name, value) => dashboard({ readers: [QuickSightPrincipal.user('jane', { [name]: value })] }),
  'UsageAlarmsOptions': (name, value) => usage.addAlarms({ [name]: value }),
  'OperationsDashboardOptions': (name, value) => usage.addOperationsDashboard({ [name]: value }),
};

/** Parameters that CDK checks or that need no check: the arguments of every construct, and the options of its metrics. */
function isCdks({ owner, name, type }: PublicMember): boolean {
  return type === 'cloudwatch.MetricOptions' || (owner.endsWith('.constructor') && ['scope', 'id'].includes(name));
}

const members = publicMembers().filter((member) => !isCdks(member));

test('every public prop, option and parameter is among those that are tried', () => {
  expect(members.map(({ owner }) => owner).filter((owner) => !Object.hasOwn(PASS, owner))).toEqual([]);
  expect(new Set(members.map(({ owner }) => owner))).toEqual(new Set(Object.keys(PASS)));
});

test.each(members)('$owner $name: each value of a wrong type is refused in a sentence', ({ owner, name, type }) => {
  const wrong = (Object.keys(SAMPLES) as Sample[]).filter((sample) => !right(type).includes(sample));
  expect(wrong.length).toBeGreaterThan(8);
  for (const sample of wrong) {
    // What is absent or another construct in the place of a stage has a sentence of its own.
    const sentence = new RegExp(`^\\[Stack/Usage\\] .*\\b${name}\\b.* (must be .+, got .+|is undefined\\. .+|is not a stage\\. .+)\\.$`);
    expect([sample, messageOf(() => PASS[owner](name, SAMPLES[sample] as never))]).toEqual([sample, expect.stringMatching(sentence)]);
  }
});

function messageOf(action: () => unknown): string | undefined {
  try {
    action();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
