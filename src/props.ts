import { Duration, Size } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as logs from 'aws-cdk-lib/aws-logs';
import type { UsageCatalog } from './catalog/usage-catalog';
import type { AccessLogColumn } from './columns/access-log-column';
import type { CustomerIdentity } from './directory/rules/customer-identity';
import type { DirectoryScope } from './directory/rules/directory-scope';
import type { InternalKeys } from './directory/rules/internal-keys';
import type { CallerAddress } from './enrichment/caller-address';
import type { RecordFormat } from './storage/record-format';
import type { UsageStorage } from './storage/usage-storage';

/** Properties of ApiUsageAnalytics. All are optional. */
export interface ApiUsageAnalyticsProps {
  /**
   * Stages of REST APIs whose requests are analysed: an `apigateway.Stage`, such as an API's `deploymentStage`, or a
   * `CfnStage`, in this stack, a nested one or another one of the app; or a stage from outside the app, imported with
   * `Stage.fromStageAttributes`, which a custom resource attaches.
   *
   * @default - none yet; add them with `addStage`
   * @throws if one is undefined, is there twice, logs elsewhere already, is in another account, region or `cdk.Stage`,
   * or is no stage of a REST API
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-access-logging.html
   */
  readonly stages?: apigateway.IStageRef[];

  /**
   * Columns of the owner's own: what the access log says beyond ours, such as a tenant that a Lambda authorizer names.
   * They stand after ours, in the order given.
   *
   * @default - none
   * @throws if a name is taken, reserved in SQL, too long or not snake_case; if a variable is none of a REST API, carries
   * the secret value of an API key or has characters that API Gateway does not log; or if the access log format becomes
   * longer than API Gateway takes
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-variables-for-access-logging.html
   */
  readonly extraColumns?: AccessLogColumn[];

  /**
   * Names of columns of ours that are neither logged nor kept.
   *
   * @default - none
   * @throws if there is no such column, or if the pipeline cannot do without it
   */
  readonly omitColumns?: string[];

  /**
   * How much of a caller's IP address is kept.
   *
   * @default CallerAddress.truncated()
   */
  readonly callerAddress?: CallerAddress;

  /**
   * Name of the delivery stream.
   *
   * @default - `amazon-apigateway-` and a name made from the construct's path
   * @throws if it is a token, does not begin with `amazon-apigateway-`, is longer than 64 characters or has others than
   * letters, digits and `_.-`
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-logging-to-kinesis.html
   */
  readonly streamName?: string;

  /**
   * The longest time that rows wait for a file to fill, in whole seconds from 0 to 900.
   *
   * @default Duration.minutes(5)
   * @throws if it is outside that range
   * @see https://docs.aws.amazon.com/firehose/latest/APIReference/API_BufferingHints.html
   */
  readonly bufferingInterval?: Duration;

  /**
   * The size at which a file is written earlier, in whole MiB from 1 (64 for `RecordFormat.parquet()`) to 128.
   *
   * @default Size.mebibytes(64)
   * @throws if it is outside that range
   * @see https://docs.aws.amazon.com/firehose/latest/APIReference/API_BufferingHints.html
   */
  readonly bufferingSize?: Size;

  /**
   * How often the names of API keys, usage plans and APIs are read from API Gateway, in whole minutes from 1 to 1440.
   * A run makes at most 5 of the 10 calls a second that API Gateway gives an account, one for each usage plan within
   * `directoryScope` and one for each API that usage plans name, and must be over before the next one: 300 plans of 30 APIs
   * take a little more than a minute.
   *
   * @default Duration.minutes(5)
   * @throws if it is outside that range
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html
   */
  readonly directoryRefreshInterval?: Duration;

  /**
   * Which of the account's API keys, usage plans and APIs are read into the directory's tables.
   *
   * @default DirectoryScope.pipeline()
   */
  readonly directoryScope?: DirectoryScope;

  /**
   * What tells which customer an API key belongs to.
   *
   * @default CustomerIdentity.fromKeyName()
   * @throws if the tag or the pattern of it is a token or is none
   */
  readonly customer?: CustomerIdentity;

  /**
   * API keys of the owner's own, such as those of health checks. Their requests are kept, with `internal_key` true, so that
   * answers about customers can leave them out.
   *
   * @default - every key is a customer's
   * @throws if it names no key, or more than a function's environment holds
   */
  readonly internalKeys?: InternalKeys;

  /**
   * Where the files lie.
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
   * How queries find new files.
   *
   * @default UsageCatalog.crawled()
   */
  readonly catalog?: UsageCatalog;

  /**
   * Name of the AWS Glue database.
   *
   * @default - a name made from the construct's path, in lower case
   * @throws if it is a token or has others than 1 to 255 lower-case letters, digits and underscores
   * @see https://docs.aws.amazon.com/athena/latest/ug/tables-databases-columns-names.html
   */
  readonly databaseName?: string;

  /**
   * Name of the table of requests.
   *
   * @default 'logs'
   * @throws if it is a token, has others than 1 to 255 lower-case letters, digits and underscores, or is the name of one
   * of the directory's tables
   * @see https://docs.aws.amazon.com/athena/latest/ug/tables-databases-columns-names.html
   */
  readonly tableName?: string;

  /**
   * How long the functions and the delivery stream keep their logs. Crawlers log to a group that AWS makes.
   *
   * @default RetentionDays.ONE_MONTH
   */
  readonly logRetention?: logs.RetentionDays;
}
