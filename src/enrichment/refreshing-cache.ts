const LONGEST_WAIT_MS = 1000;

/**
 * Something a container reads from a service and reads again when an interval has passed. A question begins with a batch
 * and is awaited at its end, but not for long: Lambda freezes what is left running. What was read last stays, whatever
 * becomes of later questions.
 */
export class RefreshingCache {
  private askedAt = -Infinity;
  private question?: Promise<void>;

  /**
   * @param ask asks once, and keeps the answer
   * @param isHeld whether there is an answer that can be used; as long as there is none, each batch asks and waits
   */
  constructor(
    private readonly ask: () => Promise<void>,
    private readonly isHeld: () => boolean,
    private readonly refreshMs: number,
  ) {}

  /** Begins a question where one is due, and waits for it where there is nothing to use yet. */
  public async begin(): Promise<void> {
    if (!this.isHeld() || Date.now() - this.askedAt >= this.refreshMs) this.question ??= this.askOnce();
    if (!this.isHeld()) await this.question;
  }

  /** Waits for the question that is open, if any, for a second at most. */
  public async settle(): Promise<void> {
    if (!this.question) return;
    let timer: NodeJS.Timeout | undefined;
    const enough = new Promise<void>((resolve) => { timer = setTimeout(resolve, LONGEST_WAIT_MS); });
    await Promise.race([this.question, enough]);
    clearTimeout(timer);
  }

  private async askOnce(): Promise<void> {
    this.askedAt = Date.now();
    try {
      await this.ask();
    } catch {
      // The service cannot be reached: the batch goes out with what is known, and a later one asks again.
    } finally {
      this.question = undefined;
    }
  }
}
