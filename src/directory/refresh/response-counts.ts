import { isAnswered, isThrottled } from '../../functions/service-error';

/** Counts the responses of API Gateway in one run. */
export class ResponseCounts {
  public total = 0;
  public throttled = 0;

  /** Begins to count for another run. */
  public reset(): void {
    this.total = 0;
    this.throttled = 0;
  }

  public async count<T>(call: () => Promise<T>): Promise<T> {
    try {
      const output = await call();
      this.total += 1;
      return output;
    } catch (error) {
      if (isAnswered(error)) this.total += 1;
      if (isThrottled(error)) this.throttled += 1;
      throw error;
    }
  }
}
