import { FormatName, FORMATS } from './formats';
import { partitionPrefix } from './partitions';
import { RecordFormats } from './record-formats';

/** The folders of a pipeline in its bucket, below the prefix of `UsageStorage.bucket`. */
export class Folders {
  /** Rows in the current format, by arrival: the location of the table of requests, and the only folder of new rows. */
  public readonly logs: string;
  /** Rows in the previous format, by arrival: the location of the table of earlier requests. */
  public readonly previousLogs?: string;
  /** The folder of rows in each format, whether that format is in use or not. */
  public readonly logsByFormat: Readonly<Record<FormatName, string>>;
  /** The raw records that could not become rows. Queries must not read them, so this folder is outside the folders of rows. */
  public readonly errors: string;
  /** The tables of keys, plans, stages and APIs, and the snapshot. */
  public readonly directory: string;
  /** Results of queries. */
  public readonly results: string;

  constructor(prefix: string, { current, previous }: RecordFormats) {
    this.logsByFormat = { json: prefix + FORMATS.json.folder, parquet: prefix + FORMATS.parquet.folder };
    this.logs = this.logsByFormat[current.name];
    this.previousLogs = previous && this.logsByFormat[previous.name];
    this.errors = `${prefix}errors/`;
    this.directory = `${prefix}directory/`;
    this.results = `${prefix}athena-results/`;
  }

  /** The folders of rows that a table is declared over. */
  public get declaredLogs(): readonly string[] {
    return this.previousLogs === undefined ? [this.logs] : [this.logs, this.previousLogs];
  }

  public get deliveryPrefix(): string {
    return this.logs + partitionPrefix();
  }

  public get errorPrefix(): string {
    return `${this.errors}!{firehose:error-output-type}/${partitionPrefix()}`;
  }
}
