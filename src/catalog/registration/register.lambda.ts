import { registrationHandler } from './handler.lambda-shared';

export const handler = registrationHandler();
