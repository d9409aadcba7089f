import { DIRECTORY_ENVIRONMENT } from './environment';
import { snapshotHandler } from './take-snapshot.lambda-shared';

export const handler = snapshotHandler(DIRECTORY_ENVIRONMENT.fromEnvironment(process.env));
