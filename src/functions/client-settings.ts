/** How long a client of an AWS service tries, in calls and milliseconds. */
export interface Tries {
  readonly attempts: number;
  readonly connectionMs: number;
  /** From a request to the headers of its response. The SDK does not limit how long the body takes. */
  readonly responseMs: number;
}

/** For functions that run in the background: a connection that hangs is replaced, and costs one attempt only. */
export const BACKGROUND: Omit<Tries, 'attempts'> = { connectionMs: 3_000, responseMs: 15_000 };

/** The settings of an SDK client that tries so. */
export function clientSettings({ attempts, connectionMs, responseMs }: Tries) {
  return {
    maxAttempts: attempts,
    requestHandler: { connectionTimeout: connectionMs, requestTimeout: responseMs, throwOnRequestTimeout: true },
  };
}
