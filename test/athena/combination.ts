import { AwsServer } from './aws/aws-server';
import { loadTemplates, registerFolders, registerHours } from './aws/load-template';
import { DuckDbAthena } from './duckdb-athena';
import { Catalog, Format, pipelineTemplate } from './pipelines';
import { TrinoClient } from './trino/client';
import { GLUE_TABLE, glueTable, GlueTable } from '../../preview/catalog/glue-table';
import { App } from '../../preview/template/app';
import { DAY } from '../../preview/traffic/traffic-options';

/** Files of one format under one kind of catalog, and for how many years folders were registered before them. */
export interface Combination {
  readonly format: Format;
  readonly catalog: Catalog;
  readonly yearsBefore?: number;
}

/** Every format under every catalog: the projected ones with their default years, one of the crawled ones with a past. */
export const COMBINATIONS: readonly Combination[] = [
  { format: 'JSON', catalog: 'crawled', yearsBefore: 3 },
  { format: 'JSON', catalog: 'projected' },
  { format: 'Parquet', catalog: 'crawled' },
  { format: 'Parquet', catalog: 'projected' },
];

export function titleOf({ format, catalog, yearsBefore }: Combination): string {
  return `${format}, ${catalog}${yearsBefore ? `, ${yearsBefore} years of registered folders before` : ''}`;
}

/** Both engines over one combination. */
export interface Engines {
  readonly app: App;
  readonly trino: TrinoClient;
  /** Without a current database, as QuickSight is. */
  readonly trinoAnywhere: TrinoClient;
  readonly duckdb: DuckDbAthena;
  /** The table of requests. */
  readonly requests: GlueTable;
}

/** Puts a combination in the place of the one before it. */
export async function load(aws: AwsServer, trinoUrl: string, combination: Combination, s3: string, end: Date): Promise<Engines> {
  const app = new App([pipelineTemplate(combination.format, combination.catalog)]);
  loadTemplates(aws, app, s3);
  registerFolders(aws);
  // The folders of the month itself are those that have files.
  if (combination.yearsBefore) registerHours(aws, new Date(end.getTime() - combination.yearsBefore * 365 * DAY), new Date(end.getTime() - 32 * DAY));
  const requests = app.resources(GLUE_TABLE).flatMap((resource) => glueTable(resource) ?? []).find(({ partitionKeys }) => partitionKeys.length > 0)!;
  return { app, requests, trino: new TrinoClient(trinoUrl, requests.database), trinoAnywhere: new TrinoClient(trinoUrl, 'nowhere'), duckdb: await DuckDbAthena.open(app, s3) };
}
