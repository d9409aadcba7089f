/** An invocation that returned no response. `type` is Lambda's error type. */
export class InvocationError extends Error {
  constructor(readonly type: string, message: string) {
    super(message);
  }
}
