import { createHash } from 'crypto';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { AttachmentShard } from './attachment-shard';
import { StageAttachmentResource } from './stage-attachment-resource';
import { declareLogGroup } from '../../operations/log-group';
import { AccessLogTarget } from '../access-log-target';
import { lastingName } from '../stage-identity';

/**
 * How many functions, each with its role, share the stages. One role cannot hold the policies of two hundred stages. A
 * custom resource cannot change its function, so the name of a stage determines which one it uses.
 */
const SHARDS = 16;

/** The stages that custom resources attach. Without such a stage it creates nothing. */
export class StageAttachments {
  private readonly shards = new Map<string, AttachmentShard>();
  private room: { readonly scope: Construct; readonly logGroup: logs.ILogGroup } | undefined;

  constructor(private readonly pipeline: Construct, private readonly target: AccessLogTarget, private readonly logRetention: logs.RetentionDays) {}

  public attach(stage: apigateway.IStageRef, replaceAccessLog: boolean): void {
    const name = lastingName(stage);
    const shard = this.shardOf(name);
    new StageAttachmentResource(this.ownRoom().scope, name, { stage: stage.stageRef, target: this.target, shard, replaceAccessLog });
  }

  private shardOf(name: string): AttachmentShard {
    const id = `Shard${createHash('sha256').update(name).digest().readUInt32BE() % SHARDS}`;
    const { scope, logGroup } = this.ownRoom();
    const shard = this.shards.get(id) ?? new AttachmentShard(scope, id, this.target.streamName, logGroup);
    this.shards.set(id, shard);
    return shard;
  }

  private ownRoom() {
    if (this.room) return this.room;
    const scope = new Construct(this.pipeline, 'Attachments');
    return this.room = { scope, logGroup: declareLogGroup(scope, 'LogGroup', this.logRetention) };
  }
}
