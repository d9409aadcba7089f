import { GetCrawlerCommand, GetPartitionCommand, GetTablesCommand, GlueClient, StartCrawlerCommand } from '@aws-sdk/client-glue';
import { Answer, believed } from './answer';
import { Pipeline, pipelines } from './environment';
import { objectsIn, readObject } from './files';
import { keyValue } from './send-requests';

/** No record failed. */
export async function errorsFolder(): Promise<Answer> {
  const files = await Promise.all(pipelines().map(({ bucket }) => objectsIn(bucket, 'errors/')));
  return believed(files.flat());
}

/** The value of the key is in no file of JSON: neither of requests nor of the directory. */
export async function keyValueIsNowhere(): Promise<Answer> {
  const value = await keyValue();
  const having: string[] = [];
  for (const { bucket } of pipelines()) {
    for (const file of await objectsIn(bucket, '')) {
      if ((await readObject(bucket, file)).includes(value)) having.push(file);
    }
  }
  return believed(having);
}

/** Partitions are registered before their files arrive. */
export async function partitions(): Promise<Answer> {
  const missing: string[] = [];
  for (const { database, table } of crawled()) {
    for (const hoursAhead of [0, 24]) {
      const values = new Date(Date.now() + hoursAhead * 3_600_000).toISOString().split(/\D/).slice(0, 4);
      await new GlueClient().send(new GetPartitionCommand({ DatabaseName: database, TableName: table, PartitionValues: values }))
        .catch((error: Error) => missing.push(`${values.join('-')}: ${error.name}`));
    }
  }
  return believed(missing);
}

/** The crawler takes its queue and its table, and makes no other table. */
export async function crawler(): Promise<Answer> {
  const glue = new GlueClient();
  for (const { crawler: name, database } of crawled()) {
    const { Crawler: { State: state, LastCrawl: last } = {} } = await glue.send(new GetCrawlerCommand({ Name: name }));
    if (state === 'READY' && !last) await glue.send(new StartCrawlerCommand({ Name: name }));
    if (state !== 'READY' || !last) return believed(['the crawler runs'], 'not yet');
    if (last.Status !== 'SUCCEEDED') return believed([`${last.Status}: ${last.ErrorMessage}`]);
    const { TableList = [] } = await glue.send(new GetTablesCommand({ DatabaseName: database }));
    return believed(TableList.filter(({ CreatedBy }) => CreatedBy?.includes('Crawler')).map(({ Name }) => `the crawler made the table ${Name}`));
  }
  return believed(['no pipeline has a crawler']);
}

function crawled(): Pipeline[] {
  return pipelines().filter((pipeline) => pipeline.crawler !== undefined);
}
