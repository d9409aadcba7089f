import { InvocationError } from '../lambda/invocation-error';
import { LambdaFunction } from '../lambda/lambda-function';
import { ACCOUNT, REGION } from '../template/pseudo-parameters';

/** Runs the directory function once, as its schedule does. Returns the problem if it failed. */
export async function refreshDirectory(directory: LambdaFunction, time: number): Promise<string | undefined> {
  try {
    await directory.invoke({
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
    return `the directory function ${directory.settings.name} failed: ${error.type}: ${error.message}`;
  }
}
