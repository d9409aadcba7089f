import { call } from './calling';
import { ENVIRONMENT, event, FOREIGN, OURS, setting, Wanted } from './events';
import { FakeControlPlane, REFUSALS } from './fake-control-plane';
import { catchStandardOutput } from '../../support/standard-output';

const STAGE = 'a1/prod';
const NEXT = setting('amazon-apigateway-sample', 2);
const PARAMETER = ENVIRONMENT.parameterPath + STAGE;

let fake: FakeControlPlane;
let stdout: () => string;

beforeEach(async () => {
  fake = await FakeControlPlane.start();
  fake.stages.set(STAGE, null);
  stdout = catchStandardOutput();
});

afterEach(async () => {
  jest.restoreAllMocks();
  await fake.stop();
});

const create = (wanted: Wanted = {}) => call(fake, event('Create', wanted));
const update = (wanted: Wanted, old: Wanted = {}) => call(fake, event('Update', wanted, old));
const remove = (wanted: Wanted = {}) => call(fake, event('Delete', wanted));
const patches = () => fake.calls.filter((made) => made.startsWith('PATCH'));

describe('Create', () => {
  test('sets both values of a stage without an access log in one call', async () => {
    expect(await create()).toEqual({
      Status: 'SUCCESS',
      PhysicalResourceId: STAGE,
      LogicalResourceId: 'UsageStageA1',
      RequestId: 'request-1',
      StackId: expect.any(String),
      Data: { Drifted: 'false' },
    });
    expect(fake.stages.get(STAGE)).toEqual(OURS);
    expect(patches()).toHaveLength(1);
    expect(stdout()).toContain('"StageDrift":0');
  });

  test('changes nothing if the stage already logs to the stream, even if the format has lost its final newline', async () => {
    fake.stages.set(STAGE, { ...OURS, format: OURS.format!.trimEnd() });
    expect((await create()).Status).toBe('SUCCESS');
    expect(patches()).toEqual([]);
  });

  test('sets the format of a stage that already logs to the stream', async () => {
    fake.stages.set(STAGE, { ...OURS, format: 'old' });
    expect((await create()).Status).toBe('SUCCESS');
    expect(fake.stages.get(STAGE)).toEqual(OURS);
  });

  test('refuses a stage that logs elsewhere, and names the stage, the destination and both remedies', async () => {
    fake.stages.set(STAGE, FOREIGN);
    const { Status, Reason, PhysicalResourceId } = await create();
    expect({ Status, PhysicalResourceId }).toEqual({ Status: 'FAILED', PhysicalResourceId: STAGE });
    expect(Reason).toBe('The access log of stage a1/prod could not be set. The stage prod of API a1 already logs to '
      + 'arn:aws:logs:eu-west-1:111122223333:log-group:theirs, and a stage has one access log destination. Remove that access log, or pass '
      + '{ replaceAccessLog: true } to addStage, which stores it and restores it when the stage is removed from the pipeline.');
    expect(fake.stages.get(STAGE)).toEqual(FOREIGN);
    expect((await remove()).Status).toBe('SUCCESS');
    expect(fake.stages.get(STAGE)).toEqual(FOREIGN);
  });

  test('refuses a stage that does not exist, and the rollback succeeds', async () => {
    expect(await create({ stage: 'a1/dev' })).toMatchObject({ Status: 'FAILED', Reason: expect.stringContaining('This account and region has no stage dev of an API a1') });
    expect((await remove({ stage: 'a1/dev' })).Status).toBe('SUCCESS');
  });

  test('stores the replaced setting once', async () => {
    fake.stages.set(STAGE, FOREIGN);
    await create({ replace: true });
    const remembered = fake.parameters.get(PARAMETER);
    expect(JSON.parse(remembered!)).toEqual(FOREIGN);
    await create({ replace: true });
    expect([...fake.parameters]).toEqual([[PARAMETER, remembered]]);
    expect(fake.stages.get(STAGE)).toEqual(OURS);
  });

  test('does not replace a setting that it cannot store', async () => {
    fake.stages.set(STAGE, FOREIGN);
    fake.refuse = (made) => made === 'PutParameter' ? REFUSALS.invalid : undefined;
    expect(await create({ replace: true })).toMatchObject({ Status: 'FAILED', Reason: expect.stringContaining('BadRequestException') });
    expect(fake.stages.get(STAGE)).toEqual(FOREIGN);
  });

  test('does not keep the stored setting of an earlier attachment', async () => {
    fake.parameters.set(PARAMETER, JSON.stringify(FOREIGN));
    await create();
    await remove();
    expect(fake.stages.get(STAGE)).toBeNull();
  });

  test('fails without its properties, and the rollback succeeds', async () => {
    const incomplete = { ...event('Create'), ResourceProperties: { RestApiId: 'a1', StageName: 'prod' } };
    expect(await call(fake, incomplete)).toMatchObject({ Status: 'FAILED', Reason: expect.stringContaining('missing: DestinationArn, Format') });
    expect(await call(fake, { ...incomplete, RequestType: 'Delete' })).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: STAGE });
  });
});

describe('Update', () => {
  beforeEach(() => fake.stages.set(STAGE, OURS));

  test.each([['format', NEXT], ['destination', setting('amazon-apigateway-other', 1)]])('sets a changed %s, and sets it back', async (_name, changed) => {
    expect((await update({ setting: changed })).Data).toEqual({ Drifted: 'false' });
    expect(fake.stages.get(STAGE)).toEqual(changed);
    await update({}, { setting: changed });
    expect(fake.stages.get(STAGE)).toEqual(OURS);
  });

  test.each([['another destination', FOREIGN], ['another format', { ...OURS, format: 'theirs' }], ['none', null]])(
    'leaves a stage that its owner gave %s, and reports drift', async (_name, theirs) => {
      fake.stages.set(STAGE, theirs);
      expect(await update({ setting: NEXT })).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: STAGE, Data: { Drifted: 'true' } });
      expect(fake.stages.get(STAGE)).toEqual(theirs);
      expect(stdout()).toContain('"event":"stage_drift"');
      expect(stdout()).toContain('"StageDrift":1');
      expect((await update({}, { setting: NEXT })).Status).toBe('SUCCESS');
    });

  test('moves every stage away from a replaced stream, in any format', async () => {
    fake.stages.set(STAGE, { ...OURS, format: 'theirs' });
    const moved = setting('amazon-apigateway-other', 1);
    await update({ setting: moved });
    expect(fake.stages.get(STAGE)).toEqual(moved);
  });

  test('takes a stage back with replaceAccessLog, and stores its setting', async () => {
    fake.stages.set(STAGE, FOREIGN);
    expect((await update({ replace: true })).Data).toEqual({ Drifted: 'false' });
    expect(fake.stages.get(STAGE)).toEqual(OURS);
    await remove({ replace: true });
    expect(fake.stages.get(STAGE)).toEqual(FOREIGN);
    expect(fake.parameters.size).toBe(0);
  });

  test('takes a stage with a changed format back, and stores nothing', async () => {
    fake.stages.set(STAGE, { ...OURS, format: 'theirs' });
    await update({ replace: true });
    expect(fake.stages.get(STAGE)).toEqual(OURS);
    expect(fake.parameters.size).toBe(0);
  });

  test('succeeds for a deleted stage', async () => {
    fake.stages.clear();
    expect(await update({ setting: NEXT })).toMatchObject({ Status: 'SUCCESS', Data: { Drifted: 'true' } });
  });

  test('to another stage attaches that stage; a deletion then restores the first one', async () => {
    fake.stages.set(STAGE, FOREIGN).set('b2/prod', FOREIGN).set('c3/prod', null);
    await create({ replace: true });
    expect(await update({ stage: 'b2/prod', replace: true }, { replace: true })).toMatchObject({ PhysicalResourceId: 'b2/prod', Data: { Drifted: 'false' } });
    await remove({ replace: true });
    expect(fake.stages.get(STAGE)).toEqual(FOREIGN);
    expect(await update({ stage: 'c3/prod' }, { stage: 'b2/prod' })).toMatchObject({ PhysicalResourceId: 'c3/prod', Data: { Drifted: 'false' } });
    expect(fake.stages.get('c3/prod')).toEqual(OURS);
  });

  test('without the old properties, only the wanted setting counts as set by the pipeline', async () => {
    expect((await call(fake, { ...event('Update', { setting: NEXT }) })).Data).toEqual({ Drifted: 'false' });
  });
});

describe('Delete', () => {
  beforeEach(() => fake.stages.set(STAGE, OURS));

  test('removes an access log to the stream, also in a changed format', async () => {
    fake.stages.set(STAGE, { ...OURS, format: 'theirs' });
    expect(await remove()).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: STAGE });
    expect(fake.stages.get(STAGE)).toBeNull();
    expect((await remove()).Status).toBe('SUCCESS');
  });

  test('leaves an access log of another owner, and deletes the stored one', async () => {
    fake.parameters.set(PARAMETER, JSON.stringify(setting('amazon-apigateway-theirs', 1)));
    fake.stages.set(STAGE, FOREIGN);
    expect((await remove()).Status).toBe('SUCCESS');
    expect(fake.stages.get(STAGE)).toEqual(FOREIGN);
    expect(fake.parameters.size).toBe(0);
  });

  test('restores the previous access log once, and leaves later changes of the owner alone', async () => {
    fake.stages.set(STAGE, FOREIGN);
    await create({ replace: true });
    await remove({ replace: true });
    fake.stages.set(STAGE, null);
    await remove({ replace: true });
    expect(fake.stages.get(STAGE)).toBeNull();
  });

  test('of a deleted stage succeeds, and deletes the stored setting', async () => {
    fake.parameters.set(PARAMETER, JSON.stringify(FOREIGN));
    fake.stages.clear();
    expect((await remove()).Status).toBe('SUCCESS');
    expect(fake.parameters.size).toBe(0);
  });

  test('of a stage that is deleted at the same moment succeeds', async () => {
    fake.parameters.set(PARAMETER, JSON.stringify(FOREIGN));
    fake.refuse = (made) => made.startsWith('PATCH') ? REFUSALS.gone : undefined;
    expect((await remove()).Status).toBe('SUCCESS');
    expect(fake.parameters.size).toBe(0);
  });

  test('fails if it cannot read the stored setting, so that the setting is not lost', async () => {
    fake.parameters.set(PARAMETER, JSON.stringify(FOREIGN));
    fake.refuse = (made) => made === 'GetParameter' ? REFUSALS.invalid : undefined;
    expect((await remove()).Status).toBe('FAILED');
    expect([fake.stages.get(STAGE), fake.parameters.size]).toEqual([OURS, 1]);
  });

  test('removes the access log if API Gateway rejects the previous one', async () => {
    fake.parameters.set(PARAMETER, JSON.stringify({ destinationArn: 'arn:gone' }));
    expect((await remove()).Status).toBe('SUCCESS');
    fake.stages.set(STAGE, OURS);
    fake.parameters.set(PARAMETER, JSON.stringify(FOREIGN));
    let updates = 0;
    fake.refuse = (made) => made.startsWith('PATCH') && updates++ === 0 ? REFUSALS.invalid : undefined;
    expect((await remove()).Status).toBe('SUCCESS');
    expect(fake.stages.get(STAGE)).toBeNull();
    expect(stdout()).toContain('"event":"old_access_log_refused"');
  });

  test.each(['no JSON', 'null', '{}'])('is not blocked by a parameter that was changed to %s', async (text) => {
    fake.parameters.set(PARAMETER, text);
    expect((await remove()).Status).toBe('SUCCESS');
    expect(fake.stages.get(STAGE)).toBeNull();
    expect(fake.parameters.size).toBe(0);
  });
});
