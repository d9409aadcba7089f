import { Pipeline } from './pipeline';
import { TableCatalog } from '../catalog/table-catalog';
import { evaluatePrefix } from '../delivery/object-prefix';
import { LambdaFunction } from '../lambda/lambda-function';
import { runScheduled } from '../lambda/scheduled-run';

const HOUR_MS = 3_600_000;

/** The function runs every hour on AWS. It registers two days ahead, so once a day of the traffic is enough here. */
const INTERVAL_MS = 24 * HOUR_MS;

/** Runs the function that registers partitions, and checks that it is ahead of the records. */
export class Registration {
  public readonly problems: string[] = [];
  private lastRun = -Infinity;
  private lastHour?: number;

  constructor(private readonly lambda: LambdaFunction, private readonly catalog: TableCatalog, private readonly pipeline: Pipeline) {}

  /** Call before a record arrives. */
  public async before(arrival: number): Promise<void> {
    if (arrival - this.lastRun >= INTERVAL_MS) await this.run(arrival);
    const hour = Math.floor(arrival / HOUR_MS);
    if (hour !== this.lastHour) this.check(arrival);
    this.lastHour = hour;
  }

  public close(): void {
    this.lambda.close();
  }

  private async run(now: number): Promise<void> {
    this.lastRun = now;
    const problem = await runScheduled('registration', this.lambda, now);
    if (problem) this.problems.push(problem);
  }

  private check(arrival: number): void {
    const { stream: { bucket, prefix }, table: { database, name } } = this.pipeline;
    const folder = evaluatePrefix(prefix, { arrival, random: '' });
    const { partitions } = this.catalog.find(database, name)!;
    const isRegistered = [...partitions.values()].some(({ StorageDescriptor }) => StorageDescriptor?.Location === `s3://${bucket}/${folder}`);
    if (!isRegistered) this.problems.push(`${folder} was no partition of ${database}.${name} when a record arrived for it`);
  }
}
