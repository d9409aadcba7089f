import { Annotations, Stack } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as glue from 'aws-cdk-lib/aws-glue';
import { Construct } from 'constructs';
import { crawlerRole } from './crawler-role';
import { glueCron } from './glue-cron';
import { announceNewFiles } from './new-file-queue';
import type { CrawledCatalogOptions } from './usage-catalog';
import { BoundStorage } from '../storage/bound-storage';

export interface CrawlerOptions extends CrawledCatalogOptions {
  readonly storage: BoundStorage;
  readonly database: glue.CfnDatabase;
  readonly table: glue.CfnTable;
}

const NIGHTLY = events.Schedule.expression('cron(0 2 * * ? *)');

/**
 * A crawler on the declared table. It adds partitions with the columns of the table, and cannot create tables.
 * @see https://docs.aws.amazon.com/glue/latest/dg/define-crawler.html
 */
export function createCrawler(scope: Construct, options: CrawlerOptions): glue.CfnCrawler {
  const { storage, database, table } = options;
  const queue = storage.managed ? announceNewFiles(scope, storage) : undefined;
  if (!queue) warnOfListing(scope);

  const crawler = new glue.CfnCrawler(scope, 'Crawler', {
    description: 'Registers the partitions of new files.',
    role: crawlerRole(scope, { storage, database, table, queue }).roleArn,
    schedule: { scheduleExpression: glueCron(scope, options.schedule ?? NIGHTLY) },
    targets: { catalogTargets: [{ databaseName: database.ref, tables: [table.ref], eventQueueArn: queue?.queueArn }] },
    // Without events, a crawler on a catalog table reads every folder in each run. "New folders only" is for S3 targets.
    recrawlPolicy: { recrawlBehavior: queue ? 'CRAWL_EVENT_MODE' : 'CRAWL_EVERYTHING' },
    schemaChangePolicy: { updateBehavior: 'LOG', deleteBehavior: 'LOG' },
    configuration: Stack.of(scope).toJsonString({
      Version: 1.0,
      CrawlerOutput: { Partitions: { AddOrUpdateBehavior: 'InheritFromTable' } },
      Grouping: { TableGroupingPolicy: 'CombineCompatibleSchemas' },
    }),
  });
  return crawler;
}

function warnOfListing(scope: Construct): void {
  Annotations.of(scope).addWarningV2('cdk-api-usage-analytics:crawlerLists',
    'The crawler lists every folder in each run, because this construct does not change the notifications of a bucket of '
    + 'UsageStorage.bucket(...). Its cost grows with the number of hours kept. UsageCatalog.projected() needs no crawler.');
}
