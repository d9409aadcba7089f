import { call } from './calling';
import { event, OURS, setting, Wanted } from './events';
import { FakeControlPlane, REFUSALS } from './fake-control-plane';
import { ELSEWHERE, PromisedState, Stage } from './promised-state';
import fc from '../../support/fast-check';

const STAGE = 'a1/prod';

interface Deployment {
  readonly does: 'create' | 'update' | 'delete';
  readonly wanted: Wanted;
  /** How often CloudFormation sends the event. */
  readonly times: number;
  /** Which call of API Gateway and Systems Manager is throttled. */
  readonly throttled: number;
}

type Step = Deployment | { readonly does: 'change'; readonly to: Stage };

const wanted: fc.Arbitrary<Wanted> = fc.record({
  setting: fc.constantFrom(OURS, setting('amazon-apigateway-sample', 2), setting('amazon-apigateway-moved', 2)),
  replace: fc.boolean(),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    does: fc.constantFrom('create', 'update', 'update', 'delete'),
    wanted,
    times: fc.integer({ min: 1, max: 2 }),
    throttled: fc.integer({ min: 0, max: 4 }),
  }) as fc.Arbitrary<Deployment>,
  fc.record({ does: fc.constant('change' as const), to: fc.constantFrom(...ELSEWHERE, { ...OURS, format: 'theirs' }) }),
);

let fake: FakeControlPlane;

beforeAll(async () => {
  fake = await FakeControlPlane.start();
});

beforeEach(() => {
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
});

afterEach(() => {
  jest.restoreAllMocks();
});

afterAll(() => fake.stop());

function setStage(stage: Stage): void {
  if (stage === undefined) fake.stages.delete(STAGE);
  else fake.stages.set(STAGE, stage);
}

/** Sends an event as often as the step says, and gives the first answer: the others may not change anything. */
async function send({ times, throttled }: Deployment, asked: Parameters<typeof call>[1]) {
  let calls = 0;
  fake.refuse = (made) => made !== 'PUT /answer' && calls++ === throttled ? REFUSALS.throttled : undefined;
  const first = await call(fake, asked);
  const [stage, parameters] = [fake.stages.get(STAGE), [...fake.parameters]];
  for (let sent = 1; sent < times; sent++) expect(await call(fake, asked)).toEqual(first);
  expect([fake.stages.get(STAGE), [...fake.parameters]]).toEqual([stage, parameters]);
  return first;
}

async function take(step_: Step, promised: PromisedState): Promise<void> {
  const { deployed } = promised;
  if (step_.does === 'change') {
    promised.stage = step_.to;
    return setStage(step_.to);
  }
  if ((step_.does === 'create') === (deployed !== undefined)) return;
  if (step_.does === 'create') {
    const succeeds = promised.create(step_.wanted);
    expect(await send(step_, event('Create', step_.wanted))).toMatchObject({ Status: succeeds ? 'SUCCESS' : 'FAILED', PhysicalResourceId: STAGE });
    if (!succeeds) await send(step_, event('Delete', step_.wanted));
  } else if (step_.does === 'update') {
    const drifted = promised.update(step_.wanted);
    expect(await send(step_, event('Update', step_.wanted, deployed))).toMatchObject({ Status: 'SUCCESS', Data: { Drifted: String(drifted) } });
  } else {
    promised.delete();
    expect((await send(step_, event('Delete', deployed))).Status).toBe('SUCCESS');
  }
  if (promised.deployed === undefined) expect([...fake.parameters]).toEqual([]);
}

test('after any sequence of events, a stage is in the promised state', async () => {
  await fc.assert(fc.asyncProperty(fc.constantFrom(...ELSEWHERE), fc.array(step, { maxLength: 12 }), async (found, steps) => {
    fake.parameters.clear();
    setStage(found);
    const promised = new PromisedState(found);
    for (const next of steps) {
      await take(next, promised);
      expect(fake.stages.get(STAGE)).toEqual(promised.stage);
    }
  }), { numRuns: 100 });
});
