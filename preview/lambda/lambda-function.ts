import { ChildProcess, fork } from 'child_process';
import { closeSync, mkdirSync, openSync } from 'fs';
import { dirname, join } from 'path';
import { lambdaEnvironment } from './environment';
import { FunctionSettings } from './function-settings';
import { deterministicUuid } from '../storage/deterministic';

/** An invocation that gave no answer; `type` is Lambda's name for why. */
export class InvocationError extends Error {
  constructor(readonly type: string, message: string) {
    super(message);
  }
}

type Answer = { readonly payload: string } | { readonly errorType: string; readonly errorMessage: string };

/** A function with one warm container: a process of its own that lives until it fails or is closed. */
export class LambdaFunction {
  private container?: ChildProcess;
  private invocations = 0;

  /** What the handler prints goes to `logFile`. */
  constructor(readonly settings: FunctionSettings, private readonly endpoint: string, private readonly logFile: string) {}

  /** The handler's answer; an InvocationError if it fails, dies or takes longer than the template allows. */
  public async invoke(event: unknown): Promise<unknown> {
    if (!this.container?.connected) this.container = this.start();
    const container = this.container;
    const { timeoutSeconds, arn } = this.settings;
    this.invocations += 1;
    let timer: NodeJS.Timeout | undefined;
    try {
      const answer = await new Promise<Answer>((resolve, reject) => {
        const fail = (type: string, message: string) => reject(new InvocationError(type, message));
        timer = setTimeout(() => fail('Sandbox.Timedout', `Task timed out after ${timeoutSeconds.toFixed(2)} seconds`), timeoutSeconds * 1000);
        container.once('message', resolve);
        container.once('exit', (code, signal) => fail('Runtime.ExitError', `the handler's process ended with ${signal ?? `exit code ${code}`}; its log may say why`));
        container.send({
          requestId: deterministicUuid(this.settings.name, String(this.invocations)),
          functionArn: arn,
          event,
          timeoutMilliseconds: timeoutSeconds * 1000,
        }, (error) => error && fail('Runtime.ExitError', error.message));
      });
      if ('errorType' in answer) throw new InvocationError(answer.errorType, answer.errorMessage);
      return JSON.parse(answer.payload);
    } catch (error) {
      // A handler that threw keeps its container on AWS too; one that died or hung does not.
      if (error instanceof InvocationError && /^(Sandbox|Runtime)\./.test(error.type)) this.close();
      throw error;
    } finally {
      clearTimeout(timer);
      container.removeAllListeners('message').removeAllListeners('exit');
    }
  }

  public close(): void {
    this.container?.kill('SIGKILL');
    this.container = undefined;
  }

  private start(): ChildProcess {
    mkdirSync(dirname(this.logFile), { recursive: true });
    const log = openSync(this.logFile, 'a');
    try {
      return fork(join(__dirname, 'host.js'), [], {
        cwd: this.settings.code,
        env: lambdaEnvironment(this.settings, this.endpoint),
        execArgv: [`--max-old-space-size=${this.settings.memoryMegabytes}`],
        stdio: ['ignore', log, log, 'ipc'],
      });
    } finally {
      closeSync(log);
    }
  }
}
