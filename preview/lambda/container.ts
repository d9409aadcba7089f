import { ChildProcess, fork } from 'child_process';
import { closeSync, mkdirSync, openSync } from 'fs';
import { dirname, join } from 'path';
import { lambdaEnvironment } from './environment';
import { FunctionSettings } from './function-settings';
import { InvocationError } from './invocation-error';

/** A message from host.js. */
export type Answer = { readonly payload: string } | { readonly errorType: string; readonly errorMessage: string };

/** A process that runs a handler for one event after the other and sends the responses in order. */
export class Container {
  private readonly process: ChildProcess;
  private readonly answers: Answer[] = [];
  private end?: InvocationError;
  private wake?: () => void;

  /** The output of the handler is appended to `logFile`. */
  constructor(settings: FunctionSettings, endpoint: string, logFile: string) {
    mkdirSync(dirname(logFile), { recursive: true });
    const log = openSync(logFile, 'a');
    try {
      this.process = fork(join(__dirname, 'host.js'), [], {
        cwd: settings.code,
        env: lambdaEnvironment(settings, endpoint),
        execArgv: [`--max-old-space-size=${settings.memoryMegabytes}`],
        stdio: ['ignore', log, log, 'ipc'],
      });
    } finally {
      closeSync(log);
    }
    this.process.on('message', (answer: Answer) => {
      this.answers.push(answer);
      this.wake?.();
    });
    // Unlike `exit`, `close` comes after the last answer.
    this.process.on('close', (code, signal) => this.ended(`the handler's process ended with ${signal ?? `exit code ${code}`} (see its log)`));
  }

  public get isRunning(): boolean {
    return this.process.connected && !this.end;
  }

  public send(message: object): void {
    this.process.send(message, (error) => error && this.ended(error.message));
  }

  /**
   * Waits for the next answer.
   * @throws InvocationError if the process ends first, or if the time is up
   */
  public async next(timeoutSeconds: number): Promise<Answer> {
    if (this.answers.length === 0 && !this.end) await this.news(timeoutSeconds * 1000);
    const answer = this.answers.shift();
    if (answer) return answer;
    throw this.end ?? new InvocationError('Sandbox.Timedout', `Task timed out after ${timeoutSeconds.toFixed(2)} seconds`);
  }

  public kill(): void {
    this.process.kill('SIGKILL');
  }

  private async news(milliseconds: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.wake = resolve;
      timer = setTimeout(resolve, milliseconds);
    });
    clearTimeout(timer);
  }

  private ended(message: string): void {
    this.end ??= new InvocationError('Runtime.ExitError', message);
    this.wake?.();
  }
}
