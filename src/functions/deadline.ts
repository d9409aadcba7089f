/** The error of work that did not end in time. */
export class DeadlineError extends Error {
  public readonly name = 'DeadlineError';
}

/**
 * Limits how long work takes. At the deadline the promise is rejected, even if the work ignores its signal, and the signal
 * is aborted.
 */
export async function withDeadline<T>(milliseconds: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = new DeadlineError(`The work did not end within ${milliseconds} ms.`);
      // First, so that the caller gets this error and not the one that the abort causes.
      reject(error);
      controller.abort(error);
    }, milliseconds);
  });
  try {
    return await Promise.race([work(controller.signal), deadline]);
  } finally {
    clearTimeout(timer);
  }
}
