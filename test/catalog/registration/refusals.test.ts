import { call, deployed, deploymentEvent, scheduledEvent } from './calling';
import { FakeGlue } from './fake-glue';
import { DAY, folderOf, foldersOf, HOUR, JSON_FOLDER, JSON_TABLE, PARQUET_FOLDER, PARQUET_TABLE, Partitions } from './glue';
import { CustomResourceEvent } from '../../../src/functions/custom-resource-event';
import { FakeResponse, json, refusal } from '../../support/fake-service';
import { catchStandardOutput } from '../../support/standard-output';

const NOW = Date.UTC(2026, 4, 17, 10, 30);

let glue: FakeGlue;
let partitions: Partitions;
let stdout: () => string;

beforeEach(async () => {
  glue = await FakeGlue.start();
  partitions = new Partitions(glue);
  stdout = catchStandardOutput();
  await glue.declare(JSON_TABLE);
});

afterEach(async () => {
  jest.restoreAllMocks();
  await glue.stop();
});

/** Gives an answer instead of the first calls of an operation. */
function answerFirst(times: number, operation: string, answer: FakeResponse): void {
  let given = 0;
  glue.instead = (called) => called === operation && given++ < times ? answer : undefined;
}

const always = (operation: string, answer: FakeResponse) => answerFirst(Infinity, operation, answer);
const metrics = () => [...stdout().matchAll(/"PartitionFailures":(\d)/g)].map(([, value]) => Number(value));

const inErrors = (ErrorCode: string, field = 'PartitionValues') =>
  json({ Errors: [{ [field]: ['2026', '05', '17', '11'], ErrorDetail: { ErrorCode, ErrorMessage: 'Said by Glue.' } }] });

describe('a run of the schedule', () => {
  const run = () => call(glue, scheduledEvent(NOW));

  test('that succeeds emits 0', async () => {
    await run();
    expect(metrics()).toEqual([0]);
    expect(stdout()).toContain('"DeliveryStream":"amazon-apigateway-sample"');
  });

  test('that is started by hand registers the hours from now on', async () => {
    const now = Date.now();
    await call(glue, undefined);
    expect(await partitions.locations('logs')).toEqual(expect.arrayContaining(foldersOf(now + HOUR, 48, JSON_FOLDER)));
  });

  test('succeeds if another process registered a partition in the meantime', async () => {
    always('BatchCreatePartition', inErrors('AlreadyExistsException'));
    await run();
    expect(metrics()).toEqual([0]);
  });

  test.each([
    ['InternalServiceException', 'created', 'BatchCreatePartition'],
    ['ResourceNumberLimitExceededException', 'created', 'BatchCreatePartition'],
    ['EntityNotFoundException', 'created', 'BatchCreatePartition'],
    ['InvalidInputException', 'updated', 'BatchUpdatePartition'],
    ['AlreadyExistsException', 'updated', 'BatchUpdatePartition'],
    ['InternalServiceException', 'removed', 'BatchDeletePartition'],
  ])('fails for %s of a partition that should be %s', async (code, done, operation) => {
    await run();
    await partitions.register(JSON_TABLE, [NOW - 100 * DAY]);
    await glue.declare({ ...JSON_TABLE, columns: ['other'] });
    always(operation, inErrors(code, operation === 'BatchUpdatePartition' ? 'PartitionValueList' : 'PartitionValues'));
    const later = call(glue, scheduledEvent(NOW + HOUR), { expireAfterDays: 1 });
    await expect(later).rejects.toThrow(`1 partitions of usage.logs could not be ${done}. The first is year=2026/month=05/day=17/hour=11/: ${code}: Said by Glue.`);
    expect(metrics()).toEqual([0, 1]);
    expect(stdout()).toContain('"event":"registration_failed"');
  });

  test('succeeds if a partition that should be removed is gone', async () => {
    await partitions.register(JSON_TABLE, [NOW - 100 * DAY]);
    always('BatchDeletePartition', inErrors('EntityNotFoundException'));
    await call(glue, scheduledEvent(NOW), { expireAfterDays: 1 });
    expect(metrics()).toEqual([0]);
  });

  test.each([
    ['throttled', refusal(400, 'ThrottlingException')],
    ['broken', refusal(500, 'InternalServiceException')],
    ['in conflict with another', refusal(400, 'ConcurrentModificationException')],
    ['timed out', refusal(400, 'OperationTimeoutException')],
    ['denied, because the role is new', refusal(400, 'AccessDeniedException')],
  ])('tries a call again that is %s', async (_, answer) => {
    for (const operation of ['GetTable', 'GetPartitions', 'BatchCreatePartition']) {
      answerFirst(3, operation, answer);
      await run();
    }
    expect(metrics()).toEqual([0, 0, 0]);
    expect(await partitions.locations('logs')).toEqual(foldersOf(NOW, 49, JSON_FOLDER));
  });

  test('names the missing right', async () => {
    always('GetTable', refusal(400, 'AccessDeniedException', 'Insufficient Lake Formation permission(s): Required Describe on logs'));
    await expect(run()).rejects.toThrow('AccessDeniedException: Insufficient Lake Formation permission(s): Required Describe on logs');
  });

  test.each(['logs', 'logs_json'])('says that there is no table %s', async (tableName) => {
    const environment = tableName === 'logs' ? { tableName: 'gone' } : { previousTableName: 'gone' };
    await expect(call(glue, scheduledEvent(NOW), environment)).rejects.toThrow('There is no table gone. Deploy the stack again.');
    expect(await partitions.locations('logs')).toEqual([]);
  });

  test('changes nothing while the table is newer than the function, which may not know the previous format yet', async () => {
    await partitions.register(JSON_TABLE, [NOW]);
    await glue.declare(PARQUET_TABLE);
    await expect(call(glue, scheduledEvent(NOW), { location: JSON_FOLDER }))
      .rejects.toThrow(`The table logs reads ${PARQUET_FOLDER}, but the stack declares ${JSON_FOLDER}. Deploy the stack again.`);
    expect(await partitions.locations('logs')).toEqual([folderOf(NOW, JSON_FOLDER)]);
  });

  test('that does not end in time is a failure, and its work ends', async () => {
    always('GetPartitions', { stall: 'headers' });
    await expect(call(glue, scheduledEvent(NOW), {}, -16_700)).rejects.toThrow('DeadlineError');
    expect(metrics()).toEqual([1]);
    const { length } = glue.calls;
    glue.instead = () => undefined;
    await new Promise((later) => setTimeout(later, 100));
    expect(glue.calls).toHaveLength(length);
  });

  test('throws no error with the response of a service', async () => {
    always('GetTable', refusal(400, 'InvalidInputException'));
    const thrown = await run().catch((error: unknown) => error);
    expect(Object.getOwnPropertyNames(thrown).sort()).toEqual(['message', 'stack']);
  });
});

test('a thousand partitions and more are read in pages, moved in batches, and removed in smaller ones', async () => {
  const past = Array.from({ length: 1_234 }, (_, index) => NOW - (index + 1) * HOUR);
  await partitions.register(JSON_TABLE, past);
  await glue.declare(PARQUET_TABLE);
  await glue.declare({ ...JSON_TABLE, name: 'logs_json' });
  glue.calls.length = 0;
  await call(glue, scheduledEvent(NOW), { previousTableName: 'logs_json' });
  expect(glue.calls.filter((operation) => operation.startsWith('Batch'))).toEqual([
    'BatchCreatePartition', ...Array<string>(13).fill('BatchCreatePartition'), ...Array<string>(50).fill('BatchDeletePartition'),
  ]);
  expect(await partitions.locations('logs')).toEqual(foldersOf(NOW, 49, PARQUET_FOLDER));
  expect(await partitions.locations('logs_json')).toEqual(foldersOf(NOW - 1_234 * HOUR, 1_234, JSON_FOLDER));
});

test('partitions that could not be created in the previous table are not removed', async () => {
  await partitions.register(JSON_TABLE, [NOW - DAY]);
  await glue.declare(PARQUET_TABLE);
  await glue.declare({ ...JSON_TABLE, name: 'logs_json' });
  glue.instead = (operation, { TableName }) => operation === 'BatchCreatePartition' && TableName === 'logs_json' ? inErrors('InternalServiceException') : undefined;
  await expect(call(glue, scheduledEvent(NOW), { previousTableName: 'logs_json' })).rejects.toThrow('usage.logs_json');
  expect(await partitions.locations('logs')).toContain(folderOf(NOW - DAY, JSON_FOLDER));
  glue.instead = () => undefined;
  await call(glue, scheduledEvent(NOW), { previousTableName: 'logs_json' });
  expect(await partitions.locations('logs_json')).toEqual([folderOf(NOW - DAY, JSON_FOLDER)]);
});

describe('a deployment', () => {
  const send = (type: CustomResourceEvent['RequestType']) => call(glue, deployed(glue, deploymentEvent(type)));
  const success = expect.objectContaining({ Status: 'SUCCESS', PhysicalResourceId: 'UsageCatalogRegistration' }) as unknown;

  test('that is deleted changes nothing', async () => {
    always('GetTable', refusal(400, 'AccessDeniedException'));
    await send('Delete');
    expect([glue.responses, glue.calls, metrics()]).toEqual([[success], [], []]);
  });

  test.each(['Create', 'Update'] as const)('succeeds even if AWS Glue fails, and the metric counts the failure (%s)', async (type) => {
    for (const answer of [refusal(400, 'AccessDeniedException'), refusal(400, 'EntityNotFoundException'), refusal(400, 'InvalidInputException'), inErrors('InternalServiceException')]) {
      glue.responses.length = 0;
      always('GetTable', answer);
      await send(type);
      expect(glue.responses).toEqual([success]);
    }
    expect(metrics()).toEqual([1, 1, 1, 1]);
  });

  test('that runs out of time gets its response', async () => {
    always('GetPartitions', { stall: 'headers' });
    await call(glue, deployed(glue, deploymentEvent()), {}, 500);
    expect([glue.responses, metrics()]).toEqual([[success], [1]]);
  });

  test('does not need tables of other formats, which Lake Formation may deny even though they do not exist', async () => {
    glue.instead = (operation, { Name }) => operation === 'GetTable' && Name !== 'logs' ? refusal(400, 'AccessDeniedException') : undefined;
    await send('Create');
    expect(metrics()).toEqual([0]);
    expect(await partitions.locations('logs')).toHaveLength(49);
  });

  test('fails for tables of other formats that cannot be read for another reason', async () => {
    glue.instead = (operation, { Name }) => operation === 'GetTable' && Name !== 'logs' ? refusal(400, 'InvalidInputException') : undefined;
    await send('Create');
    expect(metrics()).toEqual([1]);
  });
});
