import { Lazy, Size, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { AccessLogColumn, ApiUsageAnalytics, RecordFormat, UsageQuestion, UsageStorage, UsageVisual } from '../../src';
import { QUESTIONS } from '../../src/query/questions';
import { COLUMNS } from '../../src/schema/columns';
import { newStack, pipeline, restApi } from '../support/app';
import { readable } from '../support/readable';
import { propertiesOf, resourcesOf, theResource } from '../support/template';

const { stack, usage } = pipeline();
const template = Template.fromStack(stack);

/** The metadata of the named queries of a template, by the ids of their questions. */
function questionsOf(of: Template): Record<string, { readonly QueryString: string; readonly metadata: Record<string, unknown> }> {
  return Object.fromEntries(Object.values(resourcesOf(of, 'AWS::Athena::NamedQuery')).map((resource) => {
    const metadata = (resource as unknown as { Metadata: Record<string, Record<string, never>> }).Metadata['cdk-api-usage-analytics'];
    return [(metadata as unknown as { question: { id: string } }).question.id, { QueryString: resource.Properties.QueryString as string, metadata }];
  }));
}

const TENANTS = UsageQuestion.visual({
  id: 'top-tenants',
  title: 'Top tenants',
  question: 'Which tenants sent the most requests?',
  view: 'requests',
  visual: UsageVisual.bar({ dimension: 'tenant_id', measures: ['ok', 'errors'] }),
});

interface Described {
  readonly dimensions: readonly { readonly name: string }[];
  readonly measures: readonly { readonly id: string }[];
  readonly parts: readonly { readonly column: string }[];
}

const drawn = (visual: UsageVisual, rows: { view?: string; where?: string[] } = {}) => ({
  questions: [UsageQuestion.visual({ id: 'x', title: 'X', question: 'X?', visual, ...rows })],
});

test('every question is a named query of the workgroup, with its words and its metadata', () => {
  const saved = questionsOf(template);
  expect(Object.keys(saved)).toEqual(QUESTIONS.map(({ id }) => id));
  for (const { id, title, question } of QUESTIONS) {
    const { Properties } = Object.values(resourcesOf(template, 'AWS::Athena::NamedQuery')).find(({ Properties: { Name } }) => Name === title)!;
    expect(Properties).toMatchObject({ Name: title, Description: question, WorkGroup: { Ref: stack.getLogicalId(usage.workgroup) } });
    expect(saved[id].metadata).toMatchObject({ version: 1, question: { id }, days: expect.any(Number) });
  }
});

test('every question begins with its period', () => {
  for (const { QueryString } of Object.values(questionsOf(template))) expect(QueryString).toMatch(/^-- Period: .*UTC/);
});

test('the workgroup writes encrypted results below the prefix, overrides the settings of clients, and can be deleted', () => {
  expect(propertiesOf(template, 'AWS::Athena::WorkGroup')).toMatchObject({
    Name: expect.stringMatching(/^[a-zA-Z0-9._-]{1,128}$/),
    RecursiveDeleteOption: true,
    WorkGroupConfiguration: {
      EnforceWorkGroupConfiguration: true,
      PublishCloudWatchMetricsEnabled: true,
      ResultConfiguration: { EncryptionConfiguration: { EncryptionOption: 'SSE_S3' } },
    },
  });
  const { OutputLocation } = propertiesOf(template, 'AWS::Athena::WorkGroup').WorkGroupConfiguration.ResultConfiguration;
  expect(readable(OutputLocation)).toBe(`s3://<${theResource(template, 'AWS::S3::Bucket').id}>/athena-results/`);
});

test('results are encrypted with the key of the bucket, if it has one', () => {
  const keyed = newStack();
  const bucket = new s3.Bucket(keyed, 'Own', { encryptionKey: new kms.Key(keyed, 'Key') });
  new ApiUsageAnalytics(keyed, 'Usage', { stages: [restApi(keyed).deploymentStage], storage: UsageStorage.bucket(bucket, { prefix: 'usage' }) });
  const { EncryptionConfiguration } = propertiesOf(Template.fromStack(keyed), 'AWS::Athena::WorkGroup').WorkGroupConfiguration.ResultConfiguration;
  expect(EncryptionConfiguration).toEqual({ EncryptionOption: 'SSE_KMS', KmsKey: expect.anything() });
});

test('queryScanLimit is the limit of each query', () => {
  const limited = Template.fromStack(pipeline({ queryScanLimit: Size.gibibytes(1) }).stack);
  expect(propertiesOf(limited, 'AWS::Athena::WorkGroup').WorkGroupConfiguration.BytesScannedCutoffPerQuery).toBe(1024 ** 3);
  expect(propertiesOf(template, 'AWS::Athena::WorkGroup').WorkGroupConfiguration.BytesScannedCutoffPerQuery).toBeUndefined();
  expect(() => pipeline({ queryScanLimit: Size.mebibytes(1) })).toThrow('queryScanLimit must be at least 10 MB, because Athena accepts no less, got 1 MiB');
});

test('grantQuery gives the rights to run queries in this workgroup and to write their results, and nothing else', () => {
  const granted = pipeline();
  granted.usage.grantQuery(new iam.Role(granted.stack, 'Analyst', { assumedBy: new iam.AccountRootPrincipal() }));
  const { PolicyDocument: { Statement } } = propertiesOf(Template.fromStack(granted.stack), 'AWS::IAM::Policy', 'AnalystDefaultPolicy');
  const text = JSON.stringify(Statement);
  expect(text).toContain('athena:StartQueryExecution');
  expect(text).not.toContain('errors/');
  for (const { Resource } of Statement as { Resource: unknown }[]) expect(Resource).not.toBe('*');
  const writing = (Statement as { Action: string | string[]; Resource: unknown }[]).filter(({ Action }) => [Action].flat().includes('s3:PutObject'));
  expect(writing.map(({ Resource }) => readable(Resource as never))).toEqual([expect.stringContaining('athena-results/*')]);
});

test('a question of a user is saved beside the others', () => {
  const own = pipeline({ extraColumns: [AccessLogColumn.text('tenant_id', '$context.authorizer.tenantId')], questions: [TENANTS] });
  own.usage.addQuestion(UsageQuestion.sql({ id: 'all-rows', title: 'Rows', question: 'How many?', sql: 'SELECT count(*) AS row_count FROM requests', columns: ['row_count'] }));
  const saved = questionsOf(Template.fromStack(own.stack));
  expect(saved['top-tenants'].QueryString).toContain('GROUP BY');
  expect(saved['all-rows']).toMatchObject({
    QueryString: 'SELECT count(*) AS row_count FROM requests',
    metadata: { answer: [{ name: 'row_count', label: 'Row count', format: 'text' }] },
  });
});

test('the metadata of a view has what its visuals share, each once, with what a user adds', () => {
  const own = pipeline({ extraColumns: [AccessLogColumn.text('tenant_id', '$context.authorizer.tenantId')] });
  own.usage.addQuestion(TENANTS);
  const views = Object.fromEntries(Object.values(resourcesOf(Template.fromStack(own.stack), 'AWS::Glue::Table')).flatMap(({ Properties, Metadata }) =>
    Metadata === undefined ? [] : [[Properties.TableInput.Name as string, Metadata['cdk-api-usage-analytics'] as Described]]));
  expect(Object.keys(views).sort()).toEqual(['requests', 'usage_daily']);
  for (const { dimensions, measures, parts } of Object.values(views)) {
    const names = [...dimensions.map(({ name }) => `dimension ${name}`), ...measures.map(({ id }) => `measure ${id}`), ...parts.map(({ column }) => `part ${column}`)];
    expect(names).toEqual([...new Set(names)]);
  }
  expect(views.requests.dimensions).toContainEqual(expect.objectContaining({ name: 'tenant_id', key: { column: 'tenant_id', sql: 'tenant_id' } }));
  expect(views.requests.measures.map(({ id }) => id)).toEqual(expect.arrayContaining(['requests', 'ok', 'errors']));
});

test.each([
  [{ questions: [TENANTS] }, "questions[0] (top-tenants) names the dimension 'tenant_id', which the pipeline does not have."],
  [{ questions: [UsageQuestion.visual({ id: 'x', title: 'X', question: 'X?', visual: UsageVisual.pie({ dimension: 'custmer' }) })] }, "Did you mean 'customer'?"],
  [{ questions: [UsageQuestion.visual({ id: 'x', title: 'X', question: 'X?', visual: UsageVisual.kpi({ measures: ['request'] }) })] }, "Did you mean 'requests'?"],
  [drawn(UsageVisual.kpi(), { view: 'request' }), "Did you mean 'requests'?"],
  [{ questions: [UsageQuestion.sql({ id: 'top-customers', title: 'X', question: 'X?', sql: 'SELECT 1 AS one', columns: ['one'] })] }, "got 'top-customers', which is the id of another question"],
  [{ questions: [UsageQuestion.sql({ id: 'X', title: 'X', question: 'X?', sql: 'SELECT 1 AS one', columns: ['one'] })] }, "got 'X'"],
  [{ questions: [UsageQuestion.sql({ id: 'x', title: ' ', question: 'X?', sql: 'SELECT 1 AS one', columns: ['one'] })] }, 'title must have 1 to 128 characters'],
  [{ questions: [UsageQuestion.sql({ id: 'x', title: 'X', question: 'X?', sql: ' ', columns: ['one'] })] }, 'sql must have 1 to 262144 bytes'],
  [{ questions: [UsageQuestion.sql({ id: 'x', title: 'X', question: 'X?', sql: 'SELECT 1', columns: [] })] }, 'columns must name the columns of the answer'],
  [{ questions: [UsageQuestion.visual({ id: 'x', title: 'X', question: 'X?', visual: UsageVisual.kpi(), days: 0 })] }, 'days must be a whole number from 1 to 366, got 0'],
  [{ questions: [UsageQuestion.visual({ id: 'x', title: 'X', question: 'X?', visual: UsageVisual.kpi(), sheet: 'Money' })] }, 'sheet must be one of Overview, Customers'],
  [drawn(UsageVisual.pie({ dimension: 'customer', limit: 0 })), 'limit of UsageVisual.pie must be a whole number from 1 to 1000, got 0'],
  [drawn(UsageVisual.bar({ dimension: 'customer', limit: 2.5 })), 'limit of UsageVisual.bar must be a whole number from 1 to 1000, got 2.5'],
  [drawn(UsageVisual.table({ dimensions: ['customer'], limit: 1001 })), 'limit of UsageVisual.table must be a whole number from 1 to 1000, got 1001'],
  [drawn(UsageVisual.table({ dimensions: [] })), 'dimensions of UsageVisual.table must name one or two dimensions, got 0'],
  [drawn(UsageVisual.table({ dimensions: ['customer', 'api', 'stage'] })), 'must name one or two dimensions, got 3'],
  [drawn(UsageVisual.kpi({ measures: [] })), 'measures of UsageVisual.kpi must name at least one measure, got none'],
  [drawn(UsageVisual.kpi(), { where: ["stage = 'prod'", ' '] }), 'where must be conditions in SQL, got an empty one'],
  [drawn(UsageVisual.pivot({ row: 'customer', column: 'customer' })), "The dimensions of UsageVisual.pivot must differ, got 'customer' twice"],
  [drawn(UsageVisual.line({ colour: 'day' })), "The dimensions of UsageVisual.line must differ, got 'day' twice"],
  [drawn(UsageVisual.bar({ dimension: 'api_key' })), "names the dimension 'api_key', which the pipeline does not have"],
  [drawn(UsageVisual.kpi(), { view: 'key_inventory' }), "names the view 'key_inventory', which does not have the days of requests. Choose one of all_requests, requests, usage_daily"],
  [{ questions: [UsageQuestion.sql({ id: 'x', title: 'X', question: 'X'.repeat(1025), sql: 'SELECT 1 AS one', columns: ['one'] })] }, 'question must have 1 to 1024 characters'],
  [{ queryScanLimit: Size.mebibytes(Lazy.number({ produce: () => 64 })) }, 'queryScanLimit must be at least 10 MB, because Athena accepts no less, got'],
  [{ tableName: 'requests' }, 'tableName must not be one of all_requests, requests'],
  [{ extraColumns: [AccessLogColumn.text('outcome', '$context.authorizer.outcome')] }, "got 'outcome'; use own_outcome"],
  [{ extraColumns: [AccessLogColumn.text('partition_to', '$context.authorizer.to')] }, "got 'partition_to'"],
])('what is refused: case %#', (props, message) => {
  expect(() => pipeline(props)).toThrow(message);
});

test('a view of two formats unites both tables', () => {
  const changed = Template.fromStack(pipeline({ format: RecordFormat.parquet(), previousFormat: RecordFormat.json() }).stack);
  const view = Object.values(resourcesOf(changed, 'AWS::Glue::Table')).find(({ Properties }) => Properties.TableInput.Name === 'all_requests')!;
  const text = Buffer.from(String(view.Properties.TableInput.ViewOriginalText).slice('/* Presto View: '.length, -' */'.length), 'base64').toString();
  expect(JSON.parse(text)).toMatchObject({ originalSql: expect.stringMatching(/FROM "logs"\s+UNION ALL\s+SELECT .* FROM "logs_json"/) });
});

const OMISSIBLE = COLUMNS.filter((column) => !('essential' in column)).map(({ name }) => name);

test.each(OMISSIBLE)('without %s the questions that need it are left out and named at synthesis', (column) => {
  const omitting = pipeline({ omitColumns: [column] });
  const saved = Object.keys(questionsOf(Template.fromStack(omitting.stack)));
  const left = QUESTIONS.map(({ id }) => id).filter((id) => !saved.includes(id));
  const infos = Annotations.fromStack(omitting.stack as Stack).findInfo('*', Match.stringLikeRegexp('omitColumns leaves out'));
  expect(infos.map(({ entry }) => entry.data as string)).toEqual(left.length === 0 ? [] : [expect.stringContaining(left.join(', '))]);
});
