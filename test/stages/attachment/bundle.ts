import { ENVIRONMENT } from './events';
import { CustomResourceEvent } from '../../../src/functions/custom-resource-event';
import { ATTACHMENT_ENVIRONMENT } from '../../../src/stages/attachment/environment';
import { Run, runBundle } from '../../support/run-bundle';

export const CONFIGURED = ATTACHMENT_ENVIRONMENT.toEnvironment(ENVIRONMENT);

/** Sends events, one after another, to the built function that attaches stages. */
export function runAttachments(environment: Record<string, string>, events: readonly CustomResourceEvent[], milliseconds?: number): Promise<Run> {
  return runBundle('stages/attachment/attach', environment, events, milliseconds);
}
