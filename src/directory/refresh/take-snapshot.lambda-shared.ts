import { Clients, connect } from './clients.lambda-shared';
import { beforeDeadline } from './deadline';
import { DirectoryEnvironment } from './environment';
import { describeFailure } from './failure';
import { linkListing } from '../model';
import { directoryObjects } from './objects';
import { readListing } from './read-listing.lambda-shared';
import { writeObjects } from './write-objects.lambda-shared';
import { LambdaContext } from '../../functions/lambda-context';
import { logLine } from '../../functions/log-line.lambda-shared';
import { emitMetrics } from '../../operations/emit-metric.lambda-shared';

/** A run reads everything before it writes anything: a failure leaves the last good objects. */
export function snapshotHandler(environment: DirectoryEnvironment, { apiGateway, s3 }: Clients = connect()) {
  const run = async () => {
    const model = linkListing(await readListing(apiGateway, environment), environment);
    await writeObjects(s3, environment.bucketName, directoryObjects(model, environment));
  };
  return async (_event?: unknown, context?: LambdaContext): Promise<void> => {
    try {
      await beforeDeadline(run(), context?.getRemainingTimeInMillis());
    } catch (error) {
      emitMetrics(environment.deliveryStreamName, { directoryFailures: 1 });
      const failure = describeFailure(error);
      logLine('ERROR', 'directory_failed', { ...failure });
      // A new error, because Lambda prints every property of what is thrown and the SDK's errors carry the response.
      throw Object.assign(new Error(failure.message), { name: failure.name });
    }
    emitMetrics(environment.deliveryStreamName, { directoryFailures: 0 });
  };
}
