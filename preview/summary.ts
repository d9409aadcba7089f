/** What became of the requests of one pipeline: an element of preview.json. */
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
  /** Requests whose API and stage are in no template: logged in the format of the first stage. */
  readonly unresolved: number;
  readonly objects: number;
  readonly bytes: number;
  /** Rows of the table. */
  readonly rows: number;
}

/** The summary in words. */
export function describe({ construct, bucketFolder, database, table, ...summary }: PipelineSummary): string {
  const count = (value: number) => value.toLocaleString('en-US');
  return `${construct}: ${count(summary.delivered)} delivered, ${count(summary.failed)} failed, ${count(summary.unresolved)} unresolved, `
    + `${count(summary.objects)} objects, ${count(summary.bytes)} bytes, ${count(summary.rows)} rows in ${database}.${table} (${summary.format}, s3/${bucketFolder})`;
}
