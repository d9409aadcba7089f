import { Container } from './container';
import { FunctionSettings } from './function-settings';
import { InvocationError } from './invocation-error';
import { deterministicUuid } from '../storage/deterministic';

/** A function with one warm container: a process of its own that lives until it fails or is closed. */
export class LambdaFunction {
  private container?: Container;
  private invocations = 0;

  /** What the handler prints goes to `logFile`. */
  constructor(readonly settings: FunctionSettings, private readonly endpoint: string, private readonly logFile: string) {}

  /** The handler's answer; an InvocationError if it fails, dies or takes longer than the template allows. */
  public async invoke(event: unknown): Promise<unknown> {
    for await (const answer of this.invokeEach([event])) return answer;
    return undefined;
  }

  /**
   * The handler's answers to one event after the other; the events travel together, so that the handler does not wait for this
   * process. An InvocationError ends the answers, and the events after the failed one are not tried. `list` is the name of a
   * list that each answer must have.
   */
  public async *invokeEach(events: readonly unknown[], list?: string): AsyncGenerator<unknown> {
    const { name, timeoutSeconds, arn } = this.settings;
    if (!this.container?.isRunning) this.container = new Container(this.settings, this.endpoint, this.logFile);
    const { container } = this;
    const requestId = (index: number) => deterministicUuid(name, String(this.invocations + 1 + index));
    container.send({
      invocations: events.map((event, index) => ({ requestId: requestId(index), event })),
      functionArn: arn,
      timeoutMilliseconds: timeoutSeconds * 1000,
      list,
    });
    for (let pending = events.length; pending > 0; pending--) {
      this.invocations += 1;
      const answer = await container.next(timeoutSeconds).catch((error) => {
        // A handler that threw keeps its container on AWS too; one that died or hung does not.
        this.close();
        throw error;
      });
      if ('errorType' in answer) throw new InvocationError(answer.errorType, answer.errorMessage);
      yield JSON.parse(answer.payload);
    }
  }

  public close(): void {
    this.container?.kill();
    this.container = undefined;
  }
}
