/** The part of Lambda's context object that the functions use. */
export interface LambdaContext {
  getRemainingTimeInMillis(): number;
}
