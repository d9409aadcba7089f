const WINDOW_MS = 1000;

/**
 * Limits how many calls reach a service in any second, even if several are in flight. With a limit of five, each call waits
 * until a second has passed since the fifth call before it was answered. The answer counts, because the request arrived at
 * some moment before it.
 */
export class RateLimiter {
  /** When the latest calls were answered: the oldest first, one for each call of a second. */
  private readonly answers: Promise<number>[];

  constructor(callsPerSecond: number) {
    this.answers = Array.from({ length: callsPerSecond }, () => Promise.resolve(-Infinity));
  }

  async run<T>(call: () => Promise<T>): Promise<T> {
    const earlier = this.answers.shift()!;
    let answered!: (moment: number) => void;
    this.answers.push(new Promise((resolve) => { answered = resolve; }));
    try {
      await until(await earlier + WINDOW_MS);
      return await call();
    } finally {
      answered(performance.now());
    }
  }
}

async function until(moment: number): Promise<void> {
  // A timer may fire a little early, hence the loop.
  for (let wait = moment - performance.now(); wait > 0; wait = moment - performance.now()) {
    await new Promise((resolve) => setTimeout(resolve, Math.ceil(wait)));
  }
}
