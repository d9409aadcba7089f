import { attachStage } from './attach-stage.lambda-shared';
import { ATTACHMENT_RESOURCE } from './attachment-resource';
import { connect } from './clients.lambda-shared';
import { ATTACHMENT_ENVIRONMENT } from './environment';
import { customResourceHandler } from '../../functions/custom-resource.lambda-shared';

export const handler = customResourceHandler(ATTACHMENT_RESOURCE, (event, retryPolicy) =>
  attachStage(ATTACHMENT_ENVIRONMENT.fromEnvironment(process.env), connect(), event, retryPolicy));
