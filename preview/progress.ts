import { SingleBar } from 'cli-progress';

/** A progress bar on stderr, if that is a terminal. */
export class ProgressBar {
  private readonly bar = new SingleBar({ format: '{bar} {value}/{total} requests{next}', stream: process.stderr, clearOnComplete: true });

  public start(total: number): void {
    this.bar.start(total, 0, { next: '' });
  }

  public advance(): void {
    this.bar.increment();
    if (this.bar.getProgress() >= 1) this.bar.update({ next: ', now the tables and the report' });
  }

  public stop(): void {
    this.bar.stop();
  }
}
