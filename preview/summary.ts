/** What happened to the requests of one pipeline. It is an element of preview.json. */
export interface PipelineSummary {
  readonly construct: string;
  readonly bucketFolder: string;
  readonly database: string;
  readonly table: string;
  readonly format: 'json' | 'parquet';
  /** Requests in delivered objects. */
  readonly delivered: number;
  /** Requests in error objects. */
  readonly failed: number;
  /** Requests whose API and stage are in no template. They are logged in the format of the first stage. */
  readonly unresolved: number;
  readonly objects: number;
  readonly bytes: number;
  /** Rows in the table. */
  readonly rows: number;
}

/** The summary as a line of text. */
export function describe({ construct, bucketFolder, database, table, ...summary }: PipelineSummary): string {
  const count = (value: number) => value.toLocaleString('en-US');
  return `${construct}: ${count(summary.delivered)} delivered, ${count(summary.failed)} failed, ${count(summary.unresolved)} unresolved, `
    + `${count(summary.objects)} objects, ${count(summary.bytes)} bytes, ${count(summary.rows)} rows in ${database}.${table} (${summary.format}, s3/${bucketFolder})`;
}
