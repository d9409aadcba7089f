import { App, Aspects } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { Acknowledged, ACKNOWLEDGED } from './acknowledged';
import { APPS } from './apps';

/** The stack of the pipeline, in which the construct is called `Usage`. */
const STACK = /^\/(OrdersApi|Analytics)\//;
const CONSTRUCT = 'Usage/';

/** Findings about the example app itself. */
const OF_THE_APP = /^\/\w+Api\/(Orders|Catalog|Invoices|Trial|Lake|Key)\//;

/** A finding: `AwsSolutions-IAM5[Resource::...]` on a construct. */
interface Finding {
  readonly id: string;
  readonly path: string;
}

function findingsOf(app: App): Finding[] {
  Aspects.of(app).add(new AwsSolutionsChecks());
  return app.synth().stacks.flatMap(({ messages }) => messages)
    .map(({ id: path, entry }) => ({ path, id: String(entry.data).split(': ', 1)[0] }))
    .filter(({ id, path }) => id.startsWith('AwsSolutions-') && !OF_THE_APP.test(path));
}

function isAcknowledged({ id, path }: Finding, { rule, where, resources }: Acknowledged): boolean {
  const place = path.replace(STACK, '');
  const there = place.startsWith(`${CONSTRUCT}${where}/`) || place === CONSTRUCT + where || place.startsWith(where);
  return there && (resources === undefined ? id.startsWith(rule) : resources.some((end) => id.startsWith(`${rule}[Resource::`) && id.endsWith(`${end}]`)));
}

const found: Finding[] = [];

test.each(Object.entries(APPS))('%s has no finding that is not acknowledged', (_, make) => {
  const findings = findingsOf(make());
  found.push(...findings);
  expect(findings.filter((finding) => !ACKNOWLEDGED.some((acknowledged) => isAcknowledged(finding, acknowledged)))).toEqual([]);
});

test('nothing is acknowledged that is not found', () => {
  expect(ACKNOWLEDGED.filter((acknowledged) => !found.some((finding) => isAcknowledged(finding, acknowledged)))).toEqual([]);
});
