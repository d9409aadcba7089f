import { call } from './calling';
import { ENVIRONMENT, event, FOREIGN, OURS } from './events';
import { FakeControlPlane, REFUSALS } from './fake-control-plane';
import { AccessLogSetting } from '../../../src/stages/attachment/access-log-setting';
import fc from '../../support/fast-check';

/* Lambda may run several deliveries of one Delete at once. However their calls interleave, the stage is as it was before. */
const STAGE = 'a1/prod';
const PARAMETER = ENVIRONMENT.parameterPath + STAGE;
const RESTORED: readonly (AccessLogSetting | null)[] = [FOREIGN, null];

let fake: FakeControlPlane;

beforeAll(async () => {
  fake = await FakeControlPlane.start();
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
});

afterAll(async () => {
  jest.restoreAllMocks();
  await fake.stop();
});

/** Answers one call at a time, and only once every running delivery has made its next one: `choose` says which comes first. */
class Turns {
  private readonly waiting: (() => void)[] = [];

  constructor(private running: number, private readonly choose: (count: number) => number) {}

  public wait(): Promise<void> {
    const turn = new Promise<void>((take) => this.waiting.push(take));
    this.next();
    return turn;
  }

  public end(): void {
    this.running -= 1;
    this.next();
  }

  private next(): void {
    if (this.running === 0 || this.waiting.length < this.running) return;
    const [take] = this.waiting.splice(this.choose(this.waiting.length), 1);
    take();
  }
}

async function deleteAtOnce(deliveries: number, choices: readonly number[], throttled: readonly number[]): Promise<string[]> {
  let [turn, calls] = [0, 0];
  const turns = new Turns(deliveries, (count) => (choices[turn++] ?? 0) % count);
  fake.before = () => turns.wait();
  fake.refuse = (made) => made !== 'PUT /answer' && throttled.includes(calls++) ? REFUSALS.throttled : undefined;
  const ended = Array.from({ length: deliveries }, async () => {
    const { Status } = await call(fake, event('Delete', { replace: true })).finally(() => turns.end());
    return Status;
  });
  return Promise.all(ended).finally(() => { fake.before = () => undefined; });
}

test('the stage gets its previous setting back in any order of the calls', async () => {
  const order = fc.array(fc.nat(5), { maxLength: 24 });
  const throttled = fc.array(fc.nat(12), { maxLength: 3 });
  const deliveries = fc.integer({ min: 2, max: 3 });
  await fc.assert(fc.asyncProperty(fc.constantFrom(...RESTORED), deliveries, order, throttled, async (before, count, choices, refused) => {
    fake.parameters.clear();
    if (before) fake.parameters.set(PARAMETER, JSON.stringify(before));
    fake.stages.set(STAGE, OURS);
    expect(await deleteAtOnce(count, choices, refused)).toEqual(Array.from({ length: count }, () => 'SUCCESS'));
    expect(fake.stages.get(STAGE)).toEqual(before);
    expect(fake.parameters.size).toBe(0);
  }), { numRuns: 60 });
}, 60_000);

test('a setting that the owner makes while a deletion is throttled stays', async () => {
  fake.parameters.clear();
  fake.stages.set(STAGE, OURS);
  fake.refuse = (made) => {
    if (!made.startsWith('PATCH') || fake.stages.get(STAGE) !== OURS) return undefined;
    fake.stages.set(STAGE, FOREIGN);
    return REFUSALS.throttled;
  };
  expect((await call(fake, event('Delete'))).Status).toBe('SUCCESS');
  expect(fake.stages.get(STAGE)).toEqual(FOREIGN);
});
