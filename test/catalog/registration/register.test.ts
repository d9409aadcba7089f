import { call, deployed, deploymentEvent, scheduledEvent } from './calling';
import { FakeGlue } from './fake-glue';
import { describeRegistration } from './scenarios';

let glue: FakeGlue;

beforeEach(() => jest.spyOn(process.stdout, 'write').mockReturnValue(true));

afterEach(async () => {
  jest.restoreAllMocks();
  await glue.stop();
});

describeRegistration(
  async () => glue = await FakeGlue.start(),
  async (_database, run, environment) => {
    await call(glue, run === 'deployment' ? deployed(glue, deploymentEvent()) : scheduledEvent(run), environment);
    if (run === 'deployment') expect(glue.responses.at(-1)).toMatchObject({ Status: 'SUCCESS' });
  },
);
