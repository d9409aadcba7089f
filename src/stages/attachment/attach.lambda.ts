import { attachStage } from './attach-stage.lambda-shared';
import { connect } from './clients.lambda-shared';
import { customResourceHandler } from './custom-resource.lambda-shared';
import { ATTACHMENT_ENVIRONMENT } from './environment';

export const handler = customResourceHandler((event, retryPolicy) =>
  attachStage(ATTACHMENT_ENVIRONMENT.fromEnvironment(process.env), connect(), event, retryPolicy));
