import { directoryEnvironment } from './environment';
import { snapshotHandler } from './take-snapshot.lambda-shared';

export const handler = snapshotHandler(directoryEnvironment.fromEnvironment(process.env));
