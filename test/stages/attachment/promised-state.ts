import { FOREIGN, setting, Wanted } from './events';
import { AccessLogSetting } from '../../../src/stages/attachment/access-log-setting';

/** What a stage has: an access log, none, or it is gone. */
export type Stage = AccessLogSetting | null | undefined;

export const ELSEWHERE: readonly Stage[] = [FOREIGN, setting('amazon-apigateway-theirs', 1), null, undefined];

const text = JSON.stringify;

/** What the owner of a stage is promised, independently of how it is done. */
export class PromisedState {
  /** What our resource asks for; undefined where there is none. */
  public deployed: Wanted | undefined;
  /** What the stage is promised to have when we are gone. */
  private before: Stage = null;

  constructor(public stage: Stage) {}

  /** Whether a creation succeeds. */
  public create(wanted: Wanted): boolean {
    const logsToUs = this.stage?.destinationArn === wanted.setting!.destinationArn;
    if (this.stage === undefined || (this.stage !== null && !logsToUs && !wanted.replace)) return false;
    this.before = logsToUs ? null : this.stage;
    this.stage = wanted.setting;
    this.deployed = wanted;
    return true;
  }

  /** Whether an update finds that the owner changed the stage, and leaves it. */
  public update(wanted: Wanted): boolean {
    const former = this.deployed!.setting!;
    this.deployed = wanted;
    const { stage } = this;
    if (stage === undefined) return true;
    const logsTo = stage?.destinationArn;
    const leavesOurOldStream = logsTo === former.destinationArn && logsTo !== wanted.setting!.destinationArn;
    const isOurs = [former, wanted.setting].some((ours) => text(ours) === text(stage)) || leavesOurOldStream;
    if (!isOurs && !wanted.replace) return true;
    if (!isOurs && logsTo !== former.destinationArn && logsTo !== wanted.setting!.destinationArn) this.before = stage;
    this.stage = wanted.setting;
    return false;
  }

  public delete(): void {
    if (this.stage?.destinationArn === this.deployed!.setting!.destinationArn) this.stage = this.before;
    this.before = null;
    this.deployed = undefined;
  }
}
