import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'fs';
import { basename, dirname, join } from 'path';
import { App, Stack } from 'aws-cdk-lib';
import { HandMadeApi, HandMadePipeline, HandMadePipelineProps, shop, synthesise } from './hand-made-app';
import { MOODY, THROWING } from './handlers';
import { commandHere, commandLine, requestsFile } from './previewing';
import { temporaryFile, temporaryFolder } from './temporary-folder';

const good = shop();
const requests = requestsFile([{}, { 'identity.userAgent': 'a "b", c' }]);

test('stdout is the answer and nothing else; paths are relative to where the user is', () => {
  const { status, stdout, stderr } = commandLine(
    ['--template', basename(good), '--requests', requests, '--out', 'here', '--query', 'SELECT request_id, agent, NULL AS nothing, \'\' AS empty, requested_at, true AS yes, 9007199254740993 AS big FROM logs ORDER BY 1'],
    { INIT_CWD: dirname(good) },
  );
  expect(stdout).toBe([
    'request_id,agent,nothing,empty,requested_at,yes,big',
    'r1,-,,"",2026-05-17 10:05:03.000,true,9007199254740993',
    'r2,"a ""b"", c",,"",2026-05-17 10:05:04.000,true,9007199254740993',
    '',
  ].join('\r\n'));
  expect(stderr).toMatch(/^Shop\/Usage: 2 delivered, 0 failed, 0 unresolved, 1 objects, \d+ bytes, 2 rows in usage\.logs/);
  expect(status).toBe(0);
  expect(JSON.parse(readFileSync(join(dirname(good), 'here', 'preview.json'), 'utf8')).pipelines).toHaveLength(1);
});

test('--help', () => {
  const { status, stdout } = commandLine(['--help']);
  expect(status).toBe(0);
  expect(stdout).toContain('--escaping <WAY>');
  const help = stdout.replace(/\s+/g, ' ');
  expect(help).toContain('The templates\' code is executed without a sandbox.');
  expect(help).toContain('The dialect is that of DuckDB');
  expect(help).toContain('SQL can read and write local files');
  // It fits a terminal.
  expect(stdout.split('\n').filter((each) => each.length > 80)).toEqual([]);
});

test.each([
  ['SQL that fails', good, ['--query', 'SELECT nothing FROM logs'], /nothing/],
  ['a request that is lost', shop({ handler: MOODY }), ['--query', 'SELECT 1'], /problem: line 1: the function returned Dropped/],
  ['a function that fails', shop({ handler: THROWING }), [], /problem: function .* failed 2 times/],
])('exit 1: %s', async (_what, template, more, message) => {
  const { status, stderr } = await commandHere(['--template', template, '--requests', requestsFile([{ status: 'dropped' }]), '--out', temporaryFolder(), ...more]);
  expect(stderr).toMatch(message);
  expect(status).toBe(1);
});

test('unknown values and variables of requests are reported', async () => {
  const file = requestsFile([{ apiId: 'a1', weird: '1' }, { weird: '2' }]);
  const { stderr, status } = await commandHere(['--template', good, '--requests', file, '--out', temporaryFolder()]);
  expect(stderr).toContain('1 unresolved');
  expect(stderr).toContain('2 values of requests were ignored, because API Gateway has no such variables: weird');
  expect(status).toBe(0);
});

const occupied = temporaryFolder();
writeFileSync(join(occupied, 'letter.txt'), 'dear');
const template = (destination: HandMadePipelineProps) => shop(destination);
const two = synthesise((app: App) => {
  const stack = new Stack(app, 'Shop');
  new HandMadeApi(stack, 'Orders');
  new HandMadePipeline(stack, 'Usage');
  new HandMadeApi(stack, 'Other', 'amazon-apigateway-other');
  new HandMadePipeline(stack, 'Billing', { streamName: 'amazon-apigateway-other' });
})('Shop');
const withoutStage = synthesise((app) => void new HandMadePipeline(new Stack(app, 'Shop'), 'Usage'))('Shop');
const withoutPipeline = synthesise((app) => void new HandMadeApi(new Stack(app, 'Shop'), 'Orders'))('Shop');
const line = (text: string) => ['--requests', temporaryFile('requests.ndjson', `{"requestTimeEpoch":"1"}\n${text}\n`)];
const directory = (contents: unknown) => ['--directory', temporaryFile('directory.json', JSON.stringify(contents))];

test.each<[string, string[], string[]]>([
  ['an unknown option', ['--tempalte', 'x'], ['--tempalte', '--template']],
  ['an argument too many', ['--out', 'x', 'y'], ['too many arguments']],
  ['an unknown escaping', ['--escaping', 'xml'], ['--escaping', 'xml', 'none, json']],
  ['a missing requests file', ['--requests', 'no/such.ndjson'], ['--requests', 'no/such.ndjson', 'no such file']],
  ['an empty path', ['--requests', ''], ['--requests', 'empty']],
  ['a line that is no JSON', line('status=200'), ['line 2', 'status=200', 'JSON']],
  ['a line that is no object', line('["200"]'), ['line 2', '["200"]', 'object']],
  ['a value that is no string', line('{"requestTimeEpoch":"1","status":200}'), ['line 2', 'status', '200', 'quotes']],
  ['a request without time', line('{"status":"200"}'), ['line 2', 'requestTimeEpoch', 'missing', '1779012303000']],
  ['a time that is no number', line('{"requestTimeEpoch":"noon"}'), ['line 2', 'requestTimeEpoch', 'noon']],
  ['a time in seconds', line('{"requestTimeEpoch":"1779012303"}'), ['line 2', 'requestTimeEpoch is "1779012303"', 'seconds', 'milliseconds']],
  ['an arrival that is no number', line('{"requestTimeEpoch":"1","arrivalTimeEpoch":"later"}'), ['line 2', 'arrivalTimeEpoch', 'later']],
  ['a missing template', ['--template', 'no/such.json'], ['--template', 'no/such.json']],
  ['a template that is no JSON', ['--template', temporaryFile('a.template.json', 'Resources:')], ['--template', 'JSON']],
  ['a template without resources', ['--template', temporaryFile('b.template.json', '{}')], ['Resources']],
  ['templates without pipeline', ['--template', withoutPipeline], ['no pipeline', 'cdk synth']],
  ['templates without a stage of the pipeline', ['--template', withoutStage], ['no stage', '--template']],
  ['an unknown pipeline', ['--template', two, '--pipeline', 'Shop/Usag'], ['--pipeline', 'Shop/Usag', 'Shop/Usage, Shop/Billing']],
  ['a directory that is no JSON', ['--directory', temporaryFile('directory.json', '{')], ['--directory', 'JSON']],
  ['a directory with an unknown list', directory({ items: [] }), ['items', 'restApis, stages, usagePlans, apiKeys, usagePlanKeys']],
  ['a directory whose list is none', directory({ apiKeys: {} }), ['apiKeys', 'list']],
  ['a directory whose element has no id', directory({ apiKeys: [{ name: 'x' }] }), ['apiKeys[0]', 'id']],
  ['a directory with a bad date', directory({ apiKeys: [{ id: 'x', createdDate: 'then' }] }), ['apiKeys[0].createdDate', 'then', 'ISO 8601']],
  ['a directory with two keys of one id', directory({ apiKeys: [{ id: 'x' }, { id: 'y' }, { id: 'x', name: 'Z' }] }), ['apiKeys[0] and apiKeys[2]', 'id "x"', 'remove']],
  ['a directory with two APIs of one id', directory({ restApis: [{ id: 'x' }, { id: 'x' }] }), ['restApis[0] and restApis[1]', 'id "x"']],
  ['a directory with two plans of one id', directory({ usagePlans: [{ id: 'x' }, { id: 'x' }] }), ['usagePlans[0] and usagePlans[1]', 'id "x"']],
  ['a directory with a stage twice', directory({ stages: { a: [], b: [{ stageName: 's' }, { stageName: 's' }] } }), ['stages.b[0] and stages.b[1]', 'stageName "s"']],
  ['a directory with a key twice in a plan', directory({ usagePlanKeys: { p: [{ id: 'x' }, { id: 'x' }] } }), ['usagePlanKeys.p[0] and usagePlanKeys.p[1]', 'id "x"']],
  ['a directory whose plan has no list of stages', directory({ usagePlans: [{ id: 'x', apiStages: { apiId: 'a' } }] }), ['usagePlans[0].apiStages', 'list']],
  ['an output folder of others', ['--out', occupied], ['--out', 'letter.txt', 'preview.json']],
  ['an output that is a file', ['--out', join(occupied, 'letter.txt')], ['--out', 'file']],
  ['an output folder with the input in it', ['--out', dirname(requests)], ['--out', 'requests.ndjson']],
  ['files of no preview', ['--after', occupied], ['--after', 's3', 'earlier preview']],
  ['gzip with format conversion', ['--template', template({ parquet: true, destination: { compressionFormat: 'GZIP' } })], ['CompressionFormat', 'GZIP']],
  ['a small buffer with format conversion', ['--template', template({ parquet: true, destination: { bufferingHints: { sizeInMBs: 5, intervalInSeconds: 60 } } })], ['SizeInMBs', '5', '64']],
  ['an error prefix without the kind of error', ['--template', template({ destination: { errorOutputPrefix: 'errors/' } })], ['ErrorOutputPrefix', 'error-output-type']],
  ['a retry count out of range', ['--template', template({ retries: '301' })], ['NumberOfRetries', '301', '300']],
  ['an unknown date pattern', ['--template', template({ destination: { prefix: 'logs/!{timestamp:QQ}/' } })], ['QQ', 'yyyy']],
  ['an unknown prefix expression', ['--template', template({ destination: { prefix: 'logs/!{partitionKeyFromQuery:x}/' } })], ['partitionKeyFromQuery']],
])('exit 2: %s', async (_what, args, words) => {
  const given = (name: string) => args.includes(name);
  const { status, stdout, stderr } = await commandHere([
    ...given('--template') ? [] : ['--template', good],
    ...given('--requests') ? [] : ['--requests', requests],
    ...given('--out') ? [] : ['--out', temporaryFolder()],
    ...args,
  ]);
  expect(stderr).toMatch(/^error: [^\n]+\.[^\n]*\n$/);
  for (const word of words) expect(stderr).toContain(word);
  expect(stdout).toBe('');
  expect(status).toBe(2);
});

test('the exit code of the command is that of the process', () => {
  expect(commandLine(['--template', good, '--requests', requests, '--out', temporaryFolder(), '--query', 'SELECT nothing']).status).toBe(1);
  const { status, stderr } = commandLine([]);
  expect(stderr).toContain('cdk.out');
  expect(status).toBe(2);
});

test('an empty folder and an earlier output are replaced, and any other folder is refused unchanged', async () => {
  const out = temporaryFolder();
  const run = async () => (await commandHere(['--template', good, '--requests', requests, '--out', out])).status;
  expect(await run()).toBe(0);
  mkdirSync(join(out, 's3', 'old'));
  expect(await run()).toBe(0);
  expect(existsSync(join(out, 's3', 'old'))).toBe(false);
  expect(existsSync(join(occupied, 'letter.txt'))).toBe(true);
});
