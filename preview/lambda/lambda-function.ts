import { Container } from './container';
import { FunctionSettings } from './function-settings';
import { InvocationError } from './invocation-error';
import { deterministicUuid } from '../storage/deterministic';

/** A function with one warm container, which runs until it fails or is closed. */
export class LambdaFunction {
  private container?: Container;
  private invocations = 0;

  /** The output of the handler is appended to `logFile`. */
  constructor(readonly settings: FunctionSettings, private readonly endpoint: string, private readonly logFile: string) {}

  /**
   * Invokes the handler and returns its response.
   * @throws InvocationError if the handler throws, its process ends, or its timeout passes
   */
  public async invoke(event: unknown): Promise<unknown> {
    for await (const answer of this.invokeEach([event])) return answer;
    return undefined;
  }

  /**
   * Invokes the handler for one event after the other and returns its responses. The events are sent together, so that the handler
   * does not wait for this process. `list` is the name of a list that each response must have.
   * @throws InvocationError if an invocation fails; the handler is not invoked for the events after it
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
        // As on AWS, a container ends if its process ends or its time is up, but not if the handler throws.
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
