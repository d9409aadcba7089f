/** An error in the words of AWS Glue. */
export class GlueError extends Error {
  constructor(readonly code: string, message: string) {
    super(message);
  }
}
