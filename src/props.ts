import { Duration, Size } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as logs from 'aws-cdk-lib/aws-logs';
import type { UsageCatalog } from './catalog/usage-catalog';
import type { AccessLogColumn } from './columns/access-log-column';
import type { DashboardOptions } from './dashboard/dashboard-options';
import type { CustomerIdentity } from './directory/rules/customer-identity';
import type { DirectoryScope } from './directory/rules/directory-scope';
import type { InternalKeys } from './directory/rules/internal-keys';
import type { CallerAddress } from './enrichment/caller-address';
import type { UsageQuestion } from './query/usage-question';
import type { RecordFormat } from './storage/record-format';
import type { UsageStorage } from './storage/usage-storage';

/**
 * Properties of ApiUsageAnalytics. All are optional.
 *
 * @example
 * const props: ApiUsageAnalyticsProps = {
 *   stages: [api.deploymentStage],
 *   customer: CustomerIdentity.fromKeyTag('customer'),
 *   format: RecordFormat.parquet(),
 * };
 */
export interface ApiUsageAnalyticsProps {
  /**
   * Stages of REST APIs whose requests to analyse. A stage is an `apigateway.Stage`, such as the `deploymentStage` of an
   * API, or a `CfnStage`. It can be in this stack, in a nested stack or in another stack of the app. A custom resource
   * attaches stages that are imported with `Stage.fromStageAttributes`.
   *
   * @default - none; add stages with `addStage`
   * @throws if a stage is missing, is listed twice, already logs elsewhere, is in another account, region or
   * `cdk.Stage`, or is not a stage of a REST API
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-access-logging.html
   */
  readonly stages?: apigateway.IStageRef[];

  /**
   * Additional columns from access log variables, such as a tenant id that a Lambda authorizer returns. They follow the
   * default columns, in the given order.
   *
   * @default - none
   * @throws if a name is taken, reserved in SQL, too long or not in snake_case; if a variable is not an access log
   * variable of a REST API, carries the secret value of an API key or contains characters that API Gateway does not log;
   * or if the access log format becomes longer than API Gateway accepts
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-variables-for-access-logging.html
   */
  readonly extraColumns?: AccessLogColumn[];

  /**
   * Names of default columns that are neither logged nor stored.
   *
   * @default - none
   * @throws if there is no such column, or if the pipeline needs it
   */
  readonly omitColumns?: string[];

  /**
   * How much of a caller's IP address is stored.
   *
   * @default CallerAddress.truncated()
   */
  readonly callerAddress?: CallerAddress;

  /**
   * Name of the delivery stream. A changed name creates another stream, and the former one stays until you delete it:
   * `docs/renaming-the-stream.md` says how.
   *
   * @default - `amazon-apigateway-` and a name derived from the construct path
   * @throws if it is a token, does not begin with `amazon-apigateway-`, is longer than 64 characters or contains
   * characters other than letters, digits and `_.-`
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-logging-to-kinesis.html
   */
  readonly streamName?: string;

  /**
   * The longest time before Firehose writes a file, in whole seconds from 0 to 900. `RecordFormat.parquet()` requires at
   * least 60 seconds.
   *
   * @default - `Duration.minutes(5)`, or 15 minutes with `RecordFormat.parquet()`
   * @throws if it is outside that range
   * @see https://docs.aws.amazon.com/firehose/latest/APIReference/API_BufferingHints.html
   */
  readonly bufferingInterval?: Duration;

  /**
   * The size at which Firehose writes a file before `bufferingInterval` has passed, in whole MiB from 1 to 128.
   * `RecordFormat.parquet()` requires at least 64 MiB.
   *
   * @default Size.mebibytes(64)
   * @throws if it is outside that range
   * @see https://docs.aws.amazon.com/firehose/latest/APIReference/API_BufferingHints.html
   */
  readonly bufferingSize?: Size;

  /**
   * How often the names of API keys, usage plans and APIs are read from API Gateway, in whole minutes from 1 to 1440.
   * A run makes at most 5 of the 10 calls a second that API Gateway allows an account. It makes one call for each usage
   * plan within `directoryScope` and one for each API that the usage plans name. 300 plans of 30 APIs take a little more
   * than a minute. A run must end before the next one begins. `docs/operating.md` says how old names can be, and what the
   * reads cost.
   *
   * @default Duration.minutes(5)
   * @throws if it is outside that range
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html
   */
  readonly directoryRefreshInterval?: Duration;

  /**
   * Which API keys, usage plans and APIs of the account are read into the directory tables.
   *
   * @default DirectoryScope.pipeline()
   */
  readonly directoryScope?: DirectoryScope;

  /**
   * The rule that maps an API key to a customer.
   *
   * @default CustomerIdentity.fromKeyName()
   * @throws if the tag or the pattern of the rule is a token or invalid
   */
  readonly customer?: CustomerIdentity;

  /**
   * Your own API keys, such as those of health checks. Their requests stay in the table with `internal_key` set to true,
   * so that queries about customers can exclude them.
   *
   * @default - none
   * @throws if it names no key, or more keys than the environment of a function can hold
   */
  readonly internalKeys?: InternalKeys;

  /**
   * Where the files are stored.
   *
   * @default UsageStorage.managed()
   */
  readonly storage?: UsageStorage;

  /**
   * The format of the files of requests.
   *
   * @default RecordFormat.json()
   */
  readonly format?: RecordFormat;

  /**
   * The format of the files from before a change of `format`. It declares a second, read-only table over them, named
   * `tableName` followed by `_json` or `_parquet`. Set it in the deployment that changes `format`, and remove it when those
   * files have expired or are no longer queried.
   *
   * @default - no table over files of another format
   * @throws if it is the same as `format`, or if `tableName` with the suffix is longer than 255 characters
   * @see https://docs.aws.amazon.com/athena/latest/ug/tables-location-format.html
   */
  readonly previousFormat?: RecordFormat;

  /**
   * How queries find new files.
   *
   * @default UsageCatalog.crawled()
   */
  readonly catalog?: UsageCatalog;

  /**
   * Name of the AWS Glue database. A changed name replaces the database, and deletes the former one with everything in it,
   * even your own tables: see `docs/changing-format.md`.
   *
   * @default - a name derived from the construct path, in lower case
   * @throws if it is a token or is not 1 to 255 lower-case letters, digits and underscores
   * @see https://docs.aws.amazon.com/athena/latest/ug/tables-databases-columns-names.html
   */
  readonly databaseName?: string;

  /**
   * Name of the table of requests. A changed name replaces the table; the files stay, and `docs/changing-format.md` says how
   * their partitions are registered again.
   *
   * @default 'logs'
   * @throws if it is a token, is not 1 to 255 lower-case letters, digits and underscores, or is the name of a directory
   * table
   * @see https://docs.aws.amazon.com/athena/latest/ug/tables-databases-columns-names.html
   */
  readonly tableName?: string;

  /**
   * Your own questions, in addition to those of every pipeline. Each is a saved query in Amazon Athena and a part of the
   * report. `addQuestion` adds more.
   *
   * @default - none; add questions with `addQuestion`
   * @throws if an id is taken, or if a visual names a view, a dimension or a measure that the pipeline does not have
   * @see https://docs.aws.amazon.com/athena/latest/ug/saved-queries.html
   */
  readonly questions?: UsageQuestion[];

  /**
   * The most data that one query in the workgroup of the pipeline may scan, at least 10 MB. Athena cancels a query that
   * scans more.
   *
   * @default - no limit
   * @throws if it is a token or less than 10 MB
   * @see https://docs.aws.amazon.com/athena/latest/ug/workgroups-setting-control-limits-cloudwatch.html
   */
  readonly queryScanLimit?: Size;

  /**
   * A dashboard in Amazon QuickSight, with the questions that have a sheet in the report. The account needs a QuickSight
   * subscription.
   *
   * @default - no dashboard
   * @see https://aws.amazon.com/blogs/compute/visualizing-amazon-api-gateway-usage-plans-using-amazon-quicksight/
   */
  readonly dashboard?: DashboardOptions;

  /**
   * How long the functions and the delivery stream keep their own logs. Crawlers log to a log group that AWS creates.
   *
   * @default RetentionDays.ONE_MONTH
   */
  readonly logRetention?: logs.RetentionDays;
}
