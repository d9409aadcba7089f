import { InvocationError } from './invocation-error';
import { LambdaFunction } from './lambda-function';
import { ACCOUNT, REGION } from '../template/pseudo-parameters';

/** Runs a function once, as its schedule does at a time. Returns the problem if it failed. */
export async function runScheduled(what: string, scheduled: LambdaFunction, time: number): Promise<string | undefined> {
  try {
    await scheduled.invoke({
      'version': '0',
      'id': 'preview',
      'detail-type': 'Scheduled Event',
      'source': 'aws.events',
      'account': ACCOUNT,
      'time': new Date(time).toISOString(),
      'region': REGION,
      'resources': [],
      'detail': {},
    });
    return undefined;
  } catch (error) {
    if (!(error instanceof InvocationError)) throw error;
    return `the ${what} function ${scheduled.settings.name} failed: ${error.type}: ${error.message}`;
  }
}
