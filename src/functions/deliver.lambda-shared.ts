import { setTimeout as wait } from 'timers/promises';
import { CustomResourceResponse } from './custom-resource-response';

const TRIES = 4;
const TRY_MS = 4_000;
const WAIT_MS = 500;

/** How long the delivery of a response takes at most, in milliseconds. */
export const TRIES_MS = TRIES * (TRY_MS + WAIT_MS);

/**
 * Sends the response to the address at which CloudFormation waits for it. The error after the last try makes Lambda repeat
 * the event, which is harmless.
 */
export async function deliver(responseUrl: string, response: CustomResourceResponse): Promise<void> {
  let problem = '';
  for (let tries = 0; tries < TRIES; tries++) {
    if (tries > 0) await wait(WAIT_MS);
    problem = await put(responseUrl, JSON.stringify(response));
    if (problem === '') return;
  }
  throw new Error(`The response could not be sent to CloudFormation: ${problem}.`);
}

/** Returns what went wrong, or an empty text. It leaves out the address, which contains a signature. */
async function put(responseUrl: string, body: string): Promise<string> {
  try {
    // The address is signed for a request without a content type.
    const { ok, status } = await fetch(responseUrl, { method: 'PUT', body, headers: { 'content-type': '' }, signal: AbortSignal.timeout(TRY_MS) });
    return ok ? '' : `status ${status}`;
  } catch (error) {
    return String((error as Partial<Error>).name);
  }
}
