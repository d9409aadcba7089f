/** How long a client of an AWS service tries, in calls and milliseconds. */
export interface Tries {
  readonly attempts: number;
  readonly connectionMs: number;
  /** From a request to the headers of its response, and from one part of the body to the next. */
  readonly responseMs: number;
}

/** For functions that run in the background. A connection that hangs costs one attempt. */
export const BACKGROUND: Omit<Tries, 'attempts'> = { connectionMs: 3_000, responseMs: 15_000 };

/** The settings of an SDK client that tries so. */
export function clientSettings({ attempts, connectionMs, responseMs }: Tries) {
  return {
    maxAttempts: attempts,
    requestHandler: {
      connectionTimeout: connectionMs,
      requestTimeout: responseMs,
      throwOnRequestTimeout: true,
      // The request timeout ends with the headers. This one also covers a body that stalls.
      socketTimeout: responseMs,
    },
  };
}
