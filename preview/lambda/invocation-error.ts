/** An invocation that gave no answer; `type` is Lambda's name for why. */
export class InvocationError extends Error {
  constructor(readonly type: string, message: string) {
    super(message);
  }
}
