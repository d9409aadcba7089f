import { StageAttachment } from './stage-attachment';
import { Checks, FLAG, instanceOf } from '../synth/checks';

/**
 * Options of one stage.
 *
 * @example
 * usage.addStage(stage, { replaceAccessLog: true });
 */
export interface AddStageOptions {
  /**
   * Replace the stage's existing access log destination, which then stops receiving logs. A stage has one access log
   * destination.
   *
   * If a custom resource attaches the stage, it stores the previous access log in a parameter of AWS Systems Manager and
   * restores it when the stage is removed from the pipeline. If the access log is changed outside the pipeline, the next
   * update replaces it again.
   *
   * @default false
   */
  readonly replaceAccessLog?: boolean;

  /**
   * What sets the access log of the stage.
   *
   * @default - `StageAttachment.template()` for a stage of this app, `StageAttachment.customResource()` for an imported stage
   * @throws if it is `StageAttachment.template()` and the stage is imported
   */
  readonly attachment?: StageAttachment;
}

export const ADD_STAGE_OPTIONS: Checks<AddStageOptions> = {
  replaceAccessLog: FLAG,
  attachment: instanceOf(StageAttachment, 'customResource()'),
};
