import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { Template } from 'aws-cdk-lib/assertions';
import { RecordFormat } from '../../src';
import { ALARMS } from '../../src/operations/alarm-declarations';
import { FIREHOSE_DIMENSION, FIREHOSE_METRICS, FIREHOSE_NAMESPACE } from '../../src/operations/firehose-metrics';
import { METRIC_DIMENSION, METRIC_NAMESPACE, METRICS } from '../../src/operations/metrics';
import { OPERATING_PAGE } from '../../src/operations/operating-page';
import { pipeline } from '../support/app';
import { resourcesOf } from '../support/template';

const ROOT = join(__dirname, '..', '..');
const PAGE = readFileSync(join(ROOT, 'docs/operating.md'), 'utf8');
const headings = [...PAGE.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading);
const anchors = headings.map((heading) => heading.toLowerCase().replace(/[^\w\s-]/g, '').replace(/ /g, '-'));

/** What stands below a heading, up to the next one of its level. */
function section(heading: string, level: number): string {
  const mark = '#'.repeat(level);
  return PAGE.split(new RegExp(`^${mark} `, 'm')).find((part) => part.startsWith(`${heading}\n`)) ?? '';
}

test('every alarm has its section, and every section its alarm', () => {
  const sections = [...section('Alarms', 2).matchAll(/^### (.+)$/gm)].map(([, heading]) => heading);
  expect(sections).toEqual(ALARMS.map(({ heading }) => heading));
});

test('the description of every alarm links to its section', () => {
  const { stack, usage } = pipeline({ format: RecordFormat.parquet() });
  usage.addAlarms();
  const alarms = Object.entries(resourcesOf(Template.fromStack(stack), 'AWS::CloudWatch::Alarm'));
  expect(alarms).toHaveLength(ALARMS.length);
  for (const [logicalId, { Properties }] of alarms) {
    const { heading, says } = ALARMS.find(({ id }) => logicalId.startsWith(`UsageAlarms${id}`))!;
    const [, page, anchor] = /^(.+)#(.+)$/.exec(String(Properties.AlarmDescription).split(' ').at(-1)!)!;
    expect(Properties.AlarmDescription).toContain(says);
    expect(page).toBe(OPERATING_PAGE);
    expect(headings[anchors.indexOf(anchor)]).toBe(heading);
  }
});

test('the page is in the repository of the package', () => {
  const { repository } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { repository: { url: string } };
  expect(OPERATING_PAGE).toBe(`${repository.url}/blob/HEAD/docs/operating.md`);
});

test.each(ALARMS.map(({ heading }) => heading))('%s: the section says what it means and what to do', (heading) => {
  expect(section(heading, 3)).toMatch(/\*\*Meaning\.\*\*.*\*\*Do\.\*\*/s);
});

test('every metric is listed, as it is declared, with its method where it has one', () => {
  const { usage } = pipeline();
  const method = (id: string) => `metric${id[0].toUpperCase()}${id.slice(1)}`;
  const rows = Object.entries({ ...METRICS, ...FIREHOSE_METRICS }).map(([id, { name, statistic, meaning }]) =>
    `| \`${name}\` | ${statistic} | ${method(id) in usage ? `\`${method(id)}\`` : ''} | ${meaning} |`);
  expect([...section('Metrics', 2).matchAll(/^\| `.*$/gm)].map(([row]) => row)).toEqual(rows);
});

test('the namespaces and dimensions are those of the metrics', () => {
  for (const name of [METRIC_NAMESPACE, METRIC_DIMENSION, FIREHOSE_NAMESPACE, FIREHOSE_DIMENSION]) expect(section('Metrics', 2)).toContain(`\`${name}\``);
});

test('every link to a section of the page, in any page, leads somewhere', () => {
  const pages = ['README.md', 'CHANGELOG.md', ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md')).map((file) => join('docs', file))];
  const text = pages.map((file) => readFileSync(join(ROOT, file), 'utf8')).join('\n');
  const linked = [...text.matchAll(/operating\.md#([\w-]+)/g)].map(([, anchor]) => anchor);
  expect(linked.length).toBeGreaterThan(0);
  expect(linked.filter((anchor) => !anchors.includes(anchor))).toEqual([]);
});

test('every link within the page leads to a section', () => {
  const links = [...PAGE.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor);
  expect(links.filter((link) => !anchors.includes(link))).toEqual([]);
});
