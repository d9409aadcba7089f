import { Clients, connect } from './clients.lambda-shared';
import { beforeDeadline } from './deadline';
import { DirectoryEnvironment } from './environment';
import { describeFailure } from './failure';
import { linkListing } from '../model';
import { directoryObjects } from './objects';
import { readListing } from './read-listing.lambda-shared';
import { writeObjects } from './write-objects.lambda-shared';
import { emitMetrics } from '../../operations/emit-metric.lambda-shared';

/** What Lambda says of the time that is left. */
export interface RunContext {
  getRemainingTimeInMillis(): number;
}

/** A run reads everything before it writes anything: a failure leaves the last good objects. */
export function snapshotHandler(environment: DirectoryEnvironment, { apiGateway, s3 }: Clients = connect()) {
  const run = async () => {
    const model = linkListing(await readListing(apiGateway, environment), environment);
    await writeObjects(s3, environment.bucketName, directoryObjects(model, environment));
  };
  return async (_event?: unknown, context?: RunContext): Promise<void> => {
    try {
      await beforeDeadline(run(), context?.getRemainingTimeInMillis());
    } catch (error) {
      emitMetrics(environment.deliveryStreamName, { directoryFailures: 1 });
      const failure = describeFailure(error);
      process.stdout.write(`${JSON.stringify({ level: 'ERROR', event: 'directory_failed', ...failure })}\n`);
      // A new error, because Lambda prints every property of what is thrown and the SDK's errors carry the response.
      throw Object.assign(new Error(failure.message), { name: failure.name });
    }
    emitMetrics(environment.deliveryStreamName, { directoryFailures: 0 });
  };
}
