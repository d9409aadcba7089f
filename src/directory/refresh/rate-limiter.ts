const WINDOW_MS = 1000;

/**
 * Lets at most so many calls, made one after another, reach a service in any second. It counts from the moment a call
 * was answered: nobody here knows when it arrived, but it had by then.
 */
export class RateLimiter {
  private readonly answers: number[] = [];

  constructor(private readonly callsPerSecond: number) {}

  async run<T>(call: () => Promise<T>): Promise<T> {
    await this.turn();
    try {
      return await call();
    } finally {
      this.answers.push(performance.now());
    }
  }

  private async turn(): Promise<void> {
    if (this.answers.length < this.callsPerSecond) return;
    const free = this.answers.shift()! + WINDOW_MS;
    // A timer may fire a little early, hence the loop.
    for (let wait = free - performance.now(); wait > 0; wait = free - performance.now()) {
      await new Promise((resolve) => setTimeout(resolve, Math.ceil(wait)));
    }
  }
}
