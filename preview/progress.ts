import { SingleBar } from 'cli-progress';

/** A progress bar on stderr, if that is a terminal. */
export class ProgressBar {
  private readonly bar = new SingleBar({ format: '{bar} {value}/{total} requests', stream: process.stderr, clearOnComplete: true });

  public start(total: number): void {
    this.bar.start(total, 0);
  }

  public advance(): void {
    this.bar.increment();
  }

  public stop(): void {
    this.bar.stop();
  }
}
