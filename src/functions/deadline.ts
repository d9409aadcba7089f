/** The rejection of work that did not end in time. */
export class DeadlineError extends Error {
  public readonly name = 'DeadlineError';
}

/**
 * Limits how long work takes. At the deadline its signal is aborted and the promise is rejected, even if the work does not
 * react to the signal.
 */
export async function withDeadline<T>(milliseconds: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = new DeadlineError(`The work did not end within ${milliseconds} ms.`);
      controller.abort(error);
      reject(error);
    }, milliseconds);
  });
  try {
    return await Promise.race([work(controller.signal), deadline]);
  } finally {
    clearTimeout(timer);
  }
}
