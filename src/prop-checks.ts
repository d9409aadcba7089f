import * as logs from 'aws-cdk-lib/aws-logs';
import { UsageCatalog } from './catalog/usage-catalog';
import { AccessLogColumn } from './columns/access-log-column';
import { DASHBOARD } from './dashboard/dashboard-options';
import { CustomerIdentity } from './directory/rules/customer-identity';
import { DirectoryScope } from './directory/rules/directory-scope';
import { INTERNAL_KEYS } from './directory/rules/internal-keys';
import { CallerAddress } from './enrichment/caller-address';
import type { ApiUsageAnalyticsProps } from './props';
import { QUESTION } from './query/usage-question';
import { STAGE } from './stages/stage-resource';
import { RecordFormat } from './storage/record-format';
import { UsageStorage } from './storage/usage-storage';
import { Checks, duration, instanceOf, listOf, SIZE, TEXT, valueOf } from './synth/checks';

const FORMAT = instanceOf(RecordFormat, 'parquet()');

/** The type of each prop. */
export const PROP_CHECKS: Checks<ApiUsageAnalyticsProps> = {
  stages: listOf('a list of stages, such as [api.deploymentStage]', STAGE),
  extraColumns: listOf('a list of AccessLogColumn, such as [AccessLogColumn.text(name, variable)]', instanceOf(AccessLogColumn, 'text(name, variable)')),
  omitColumns: listOf('a list of names of columns, such as [\'user_agent\']', TEXT),
  callerAddress: instanceOf(CallerAddress, 'hashed()'),
  streamName: TEXT,
  bufferingInterval: duration('Duration.minutes(5)'),
  bufferingSize: SIZE,
  directoryRefreshInterval: duration('Duration.minutes(5)'),
  directoryScope: instanceOf(DirectoryScope, 'account()'),
  customer: instanceOf(CustomerIdentity, 'fromKeyTag(tag)'),
  internalKeys: INTERNAL_KEYS,
  storage: instanceOf(UsageStorage, 'managed()', 'bucket(bucket)'),
  format: FORMAT,
  previousFormat: FORMAT,
  catalog: instanceOf(UsageCatalog, 'projected()'),
  databaseName: TEXT,
  tableName: TEXT,
  questions: listOf('a list of UsageQuestion, such as [UsageQuestion.sql(options)]', QUESTION),
  queryScanLimit: SIZE,
  dashboard: DASHBOARD,
  logRetention: valueOf('logs.RetentionDays', logs.RetentionDays, 'ONE_MONTH'),
};
