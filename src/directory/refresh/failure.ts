/** What may be said of an error: never what a response held, for it can hold the secret value of a key. */
export interface Failure {
  readonly name: string;
  readonly message: string;
}

/**
 * The SDK attaches the response to an error; the message of one that is not the service's own (a parser's) may quote it.
 */
export function describeFailure(error: unknown): Failure {
  if (!(error instanceof Error)) return { name: 'Error', message: 'Something that is no error was thrown.' };
  const quotesResponse = '$response' in error && !('$fault' in error);
  return { name: error.name, message: quotesResponse ? 'A response could not be read.' : error.message };
}
