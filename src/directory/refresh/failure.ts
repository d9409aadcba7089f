import { ACCOUNT_CALLS_PER_SECOND, CALLS_PER_SECOND } from './call-limits';
import { DeadlineError } from '../../functions/deadline';
import { isThrottled } from '../../functions/service-error';

/** What the log says of an error. It never quotes a response, which can hold the secret value of a key. */
export interface Failure {
  readonly name: string;
  readonly message: string;
}

/** What a run had done when it failed. */
export interface RunSoFar {
  /** Its time limit. */
  readonly milliseconds: number;
  /** Responses of API Gateway. */
  readonly total: number;
  /** The number of responses that said that a call was throttled. */
  readonly throttled: number;
}

const THROTTLING_ADVICE = `An account has ${ACCOUNT_CALLS_PER_SECOND} calls a second in a region, which deployments, the console and other tools share. `
  + 'Find out what else calls API Gateway, for example in the event history of CloudTrail, or set a longer directoryRefreshInterval.';

export function describeFailure(error: unknown, run: RunSoFar): Failure {
  if (!(error instanceof Error)) return { name: 'Error', message: 'A value that is not an error was thrown.' };
  const { name } = error;
  if (error instanceof DeadlineError) return { name, message: lateness(run) };
  if (isThrottled(error)) return { name, message: `API Gateway throttled ${run.throttled} of ${run.total} calls, one of them at every attempt. ${THROTTLING_ADVICE}` };
  // The SDK attaches the response to an error. A message that is not the service's own, such as a parser's, may quote it.
  const quotesResponse = '$response' in error && !('$fault' in error);
  return { name, message: quotesResponse ? 'A response could not be read.' : error.message };
}

function lateness({ milliseconds, total, throttled }: RunSoFar): string {
  const seconds = milliseconds / 1000;
  const late = `The run did not end within ${Math.round(seconds)} seconds`;
  if (throttled > 0) return `${late}, because API Gateway throttled ${throttled} of ${total} calls. ${THROTTLING_ADVICE}`;
  if (total > seconds * CALLS_PER_SECOND / 2) {
    return `${late}, in which it read ${total} pages. The account has more usage plans and APIs than ${CALLS_PER_SECOND} calls a second can read `
      + 'in that time. Set a longer directoryRefreshInterval; a run can take 15 minutes at most.';
  }
  return `${late}, although it made only ${total} calls to API Gateway: a response of API Gateway or Amazon S3 did not arrive in time. `
    + 'The next run reads everything again.';
}
