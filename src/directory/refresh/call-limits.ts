/**
 * The control plane calls a second that API Gateway allows an account in a region. Deployments and the console share them.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html
 */
export const ACCOUNT_CALLS_PER_SECOND = 10;

/** The calls a second that a run makes at most: half of what the account has. */
export const CALLS_PER_SECOND = ACCOUNT_CALLS_PER_SECOND / 2;
