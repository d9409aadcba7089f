import { setTimeout as wait } from 'timers/promises';
import { CustomResourceResponse } from './custom-resource-response';

const TRIES = 4;
const TRY_MS = 4_000;
const WAIT_MS = 500;

/** How long it takes at most to deliver an answer, in milliseconds. */
export const TRIES_MS = TRIES * (TRY_MS + WAIT_MS);

/**
 * Puts the answer where CloudFormation waits for it. What is thrown after the last try makes Lambda repeat the event,
 * which does no harm.
 */
export async function deliver(responseUrl: string, answer: CustomResourceResponse): Promise<void> {
  let problem = '';
  for (let tries = 0; tries < TRIES; tries++) {
    if (tries > 0) await wait(WAIT_MS);
    problem = await put(responseUrl, JSON.stringify(answer));
    if (problem === '') return;
  }
  throw new Error(`CloudFormation could not be answered: ${problem}.`);
}

/** What went wrong, in words without the address, which carries a signature; nothing if nothing did. */
async function put(responseUrl: string, body: string): Promise<string> {
  try {
    // The address is signed for a request without a content type.
    const { ok, status } = await fetch(responseUrl, { method: 'PUT', body, headers: { 'content-type': '' }, signal: AbortSignal.timeout(TRY_MS) });
    return ok ? '' : `it said ${status}`;
  } catch (error) {
    return String((error as Partial<Error>).name);
  }
}
