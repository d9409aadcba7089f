import { partitionPrefix } from './partitions';

/** Where things lie in the bucket, below the owner's prefix. */
export class Folders {
  /** Rows, by arrival: the location of the table of requests. */
  public readonly logs: string;
  /** What could not be made a row, as it came. Outside `logs`, or queries would read it. */
  public readonly errors: string;
  /** Keys, plans and APIs, and the snapshot. */
  public readonly directory: string;

  constructor(prefix: string) {
    this.logs = `${prefix}logs/`;
    this.errors = `${prefix}errors/`;
    this.directory = `${prefix}directory/`;
  }

  public get deliveryPrefix(): string {
    return this.logs + partitionPrefix();
  }

  public get errorPrefix(): string {
    return `${this.errors}!{firehose:error-output-type}/${partitionPrefix()}`;
  }
}
