import { Clients, connect } from './clients.lambda-shared';
import { DirectoryEnvironment } from './environment';
import { describeFailure } from './failure';
import { linkListing } from '../model';
import { directoryObjects } from './objects';
import { readListing } from './read-listing.lambda-shared';
import { writeObjects } from './write-objects.lambda-shared';
import { withDeadline } from '../../functions/deadline';
import { LambdaContext } from '../../functions/lambda-context';
import { logLine } from '../../functions/log-line.lambda-shared';
import { emitMetrics } from '../../operations/emit-metric.lambda-shared';

/** The time that the function keeps to report a run that does not end, in milliseconds. */
const REPORT_MS = 1_000;

/**
 * Reads everything before it writes anything, so that a failed run leaves the last good objects. At its deadline a run is
 * aborted, because it may not write over what the next run of the same container has written.
 */
export function snapshotHandler(environment: DirectoryEnvironment, { apiGateway, s3, responses }: Clients = connect()) {
  const run = async (signal: AbortSignal) => {
    const model = linkListing(await readListing(apiGateway, environment, signal), environment);
    await writeObjects(s3, environment.bucketName, directoryObjects(model, environment), signal);
  };
  return async (_event: unknown, context: LambdaContext): Promise<void> => {
    const milliseconds = context.getRemainingTimeInMillis() - REPORT_MS;
    responses.reset();
    try {
      await withDeadline(milliseconds, run);
    } catch (error) {
      emitMetrics(environment.deliveryStreamName, { directoryFailures: 1 });
      const failure = describeFailure(error, { milliseconds, total: responses.total, throttled: responses.throttled });
      logLine('ERROR', 'directory_failed', { ...failure });
      // A new error, because Lambda prints every property of what is thrown, and the SDK's errors carry the response.
      throw Object.assign(new Error(failure.message), { name: failure.name });
    }
    emitMetrics(environment.deliveryStreamName, { directoryFailures: 0 });
  };
}
