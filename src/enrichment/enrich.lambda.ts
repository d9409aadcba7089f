import { ENRICHMENT_ENVIRONMENT } from './environment';
import { enrichmentHandler } from './handler.lambda-shared';

export const handler = enrichmentHandler(ENRICHMENT_ENVIRONMENT.fromEnvironment(process.env));
