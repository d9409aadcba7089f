import { REGISTRATION_ENVIRONMENT, RegistrationEnvironment } from './environment';
import { connect, GlueCatalog } from './glue-catalog.lambda-shared';
import { registerPartitions, Run } from './register-partitions.lambda-shared';
import { REGISTRATION_RESOURCE } from './registration-resource';
import { CustomResourceEvent } from '../../functions/custom-resource-event';
import { customResourceHandler } from '../../functions/custom-resource.lambda-shared';
import { withDeadline } from '../../functions/deadline';
import { LambdaContext } from '../../functions/lambda-context';
import { logLine } from '../../functions/log-line.lambda-shared';
import { RetryPolicy } from '../../functions/retry-policy';
import { described } from '../../functions/service-error';
import { emitMetrics } from '../../operations/emit-metric.lambda-shared';

/** The event of an EventBridge schedule, as far as it matters. A call by hand may have none. */
export interface ScheduledEvent {
  readonly time?: string;
}

const TIME_TO_REPORT_MS = 1_000;

/** CloudFormation calls the function when the stack changes, and EventBridge calls it every hour. */
export function registrationHandler(retryPolicyOf = (outOfTime: AbortSignal) => new RetryPolicy(outOfTime)) {
  /**
   * A deployment never fails for its partitions: the next run registers them. In an account that enforces Lake Formation,
   * the role needs permissions that can be granted only after it was created.
   */
  const ofDeployment = customResourceHandler(REGISTRATION_RESOURCE, async ({ RequestType }, retryPolicy) => {
    const run = { now: Date.now(), deployment: true };
    if (RequestType !== 'Delete') await attempt((environment) => register(environment, run, retryPolicy));
    return {};
  }, retryPolicyOf);

  return async (event: CustomResourceEvent | ScheduledEvent | undefined, context: LambdaContext): Promise<void> => {
    if (event && 'ResponseURL' in event) return ofDeployment(event, context);
    const time = Date.parse(event?.time ?? '');
    const run = { now: Number.isNaN(time) ? Date.now() : time, deployment: false };
    const failure = await attempt((environment) =>
      withDeadline(context.getRemainingTimeInMillis() - TIME_TO_REPORT_MS, (outOfTime) => register(environment, run, retryPolicyOf(outOfTime))));
    // A new error, because Lambda prints every property of what is thrown and the SDK's errors carry the response.
    if (failure !== undefined) throw new Error(failure);
  };
}

/** Emits whether the work succeeded, and returns the reason if it did not. */
async function attempt(work: (environment: RegistrationEnvironment) => Promise<void>): Promise<string | undefined> {
  const environment = REGISTRATION_ENVIRONMENT.fromEnvironment(process.env);
  let failure: string | undefined;
  try {
    await work(environment);
  } catch (error) {
    failure = described(error);
    logLine('ERROR', 'registration_failed', { error: failure });
  }
  emitMetrics(environment.deliveryStreamName, { partitionFailures: failure === undefined ? 0 : 1 });
  return failure;
}

async function register(environment: RegistrationEnvironment, run: Run, retryPolicy: RetryPolicy): Promise<void> {
  await registerPartitions(new GlueCatalog(connect(), environment.databaseName, retryPolicy), environment, run);
}
