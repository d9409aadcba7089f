import { CreateDatabaseCommand, CreateTableCommand, EntityNotFoundException, GlueClient, UpdateTableCommand } from '@aws-sdk/client-glue';
import { Moto, startMoto } from './moto';
import { ResponsePlace } from './response-place';
import { deploymentEvent, scheduledEvent } from '../catalog/registration/calling';
import { DeclaredTable, functionEnvironment, tableInput, TestDatabase } from '../catalog/registration/glue';
import { describeRegistration } from '../catalog/registration/scenarios';
import { runBundle } from '../support/run-bundle';

let moto: Moto;
let glue: GlueClient;
let responses: ResponsePlace;
let databases = 0;

beforeAll(async () => {
  moto = await startMoto();
  Object.assign(process.env, moto.environment);
  glue = new GlueClient();
  responses = await ResponsePlace.start();
});

afterAll(async () => {
  await responses?.stop();
  await moto?.stop();
});

/** A new database, so that the tests do not meet. */
async function open(): Promise<TestDatabase> {
  const name = `usage_${databases++}`;
  await glue.send(new CreateDatabaseCommand({ DatabaseInput: { Name: name } }));
  const locations = new Map<string, string>();
  const declare = async (table: DeclaredTable) => {
    locations.set(table.name, table.location);
    const input = { DatabaseName: name, TableInput: tableInput(table) };
    await glue.send(new UpdateTableCommand(input)).catch(async (error: unknown) => {
      if (!(error instanceof EntityNotFoundException)) throw error;
      await glue.send(new CreateTableCommand(input));
    });
  };
  return { name, environment: moto.environment, locations, declare };
}

describeRegistration(open, async (database, run, environment) => {
  const event = run === 'deployment' ? { ...deploymentEvent(), ResponseURL: responses.url } : scheduledEvent(run);
  const { failed, stdout } = await runBundle('catalog/registration/register', functionEnvironment(database, environment), [event]);
  expect([failed, stdout]).toEqual([false, expect.stringContaining('"PartitionFailures":0')]);
  if (run === 'deployment') expect(responses.received.at(-1)).toMatchObject({ Status: 'SUCCESS' });
});
