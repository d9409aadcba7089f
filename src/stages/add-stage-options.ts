import { StageAttachment } from './stage-attachment';
import { Checks, FLAG, instanceOf } from '../synth/checks';

/** Options of one stage. */
export interface AddStageOptions {
  /**
   * Take the stage's access log over where it goes somewhere else already: a stage has one access log destination, and
   * the one it has now gets nothing any more.
   *
   * Where a custom resource attaches the stage, it remembers the old setting in a parameter of AWS Systems Manager, puts
   * it back when the stage is taken out of the pipeline, and takes the stage back, on its next update, from whoever
   * changed it meanwhile.
   *
   * @default false
   */
  readonly replaceAccessLog?: boolean;

  /**
   * How the stage is given its access log.
   *
   * @default - `StageAttachment.template()` for a stage of this app, `StageAttachment.customResource()` for an imported one
   * @throws if it is `StageAttachment.template()` and no template of this app makes the stage
   */
  readonly attachment?: StageAttachment;
}

export const ADD_STAGE_OPTIONS: Checks<AddStageOptions> = {
  replaceAccessLog: FLAG,
  attachment: instanceOf(StageAttachment, 'customResource()'),
};
