import { CfnOutput, Duration } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as athena from 'aws-cdk-lib/aws-athena';
import * as glue from 'aws-cdk-lib/aws-glue';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as firehose from 'aws-cdk-lib/aws-kinesisfirehose';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { Catalog } from './catalog/catalog';
import { grantRead } from './catalog/grant-read';
import { UsageCatalog } from './catalog/usage-catalog';
import { columnDifference } from './columns/column-difference';
import { logFormat } from './columns/log-format';
import { UsageDashboard } from './dashboard/usage-dashboard';
import { DirectoryRefresh, refreshInterval } from './directory/refresh/directory-refresh';
import { snapshotObjectKey } from './directory/refresh/environment';
import { directoryRules } from './directory/rules/directory-rules';
import { CallerAddress } from './enrichment/caller-address';
import { Enrichment } from './enrichment/enrichment';
import { Monitored } from './operations/monitored';
import { MonitoredPipeline } from './operations/monitored-pipeline';
import { PROP_CHECKS } from './prop-checks';
import { ApiUsageAnalyticsProps } from './props';
import { grantQuery } from './query/grant-query';
import { UsageQueries } from './query/usage-queries';
import type { UsageQuestion } from './query/usage-question';
import { columnsOf } from './schema/log-schema';
import type { AddStageOptions } from './stages/add-stage-options';
import { StageRegistry } from './stages/stage-registry';
import { bindStorage } from './storage/bind-storage';
import { BoundStorage } from './storage/bound-storage';
import { recordFormats } from './storage/record-formats';
import { UsageStorage } from './storage/usage-storage';
import { AccessLogStream } from './stream/access-log-stream';
import { streamName } from './stream/stream-name';
import { requireProps } from './synth/guard';

/**
 * How customers use an Amazon API Gateway REST API: each request of its stages becomes a row, with usage plan, API key
 * and customer, in a table that Amazon Athena queries.
 *
 * stage → access log → Amazon Data Firehose → enrichment → Amazon S3 → AWS Glue → Athena
 *
 * @see https://aws.amazon.com/blogs/compute/visualizing-amazon-api-gateway-usage-plans-using-amazon-quicksight/
 * @example
 * const usage = new ApiUsageAnalytics(stack, 'Usage', { stages: [api.deploymentStage] });
 */
export class ApiUsageAnalytics extends MonitoredPipeline {
  /** The access log destination of the stages. `addStage` sets it. A stage can also be created with it and `accessLogFormat`. */
  public readonly accessLogDestination: apigateway.IAccessLogDestination;

  /** The access log format of the stages. `addStage` sets it. */
  public readonly accessLogFormat: apigateway.AccessLogFormat;

  /** The delivery stream. */
  public readonly stream: firehose.CfnDeliveryStream;

  /** The function that turns log records into rows. */
  public readonly enrichment: lambda.Function;

  /** The bucket that stores the files. */
  public readonly bucket: s3.IBucket;

  /** The AWS Glue database. */
  public readonly database: glue.CfnDatabase;

  /** The table of requests. */
  public readonly table: glue.CfnTable;

  /** The table of requests in the previous format. It is absent without `previousFormat`. */
  public readonly previousTable?: glue.CfnTable;

  /** The crawler that registers files whose partition was not registered ahead. It is absent with `UsageCatalog.projected()`. */
  public readonly crawler?: glue.CfnCrawler;

  /** The Amazon Athena workgroup of the saved queries. */
  public readonly workgroup: athena.CfnWorkGroup;

  /** The address of the dashboard in Amazon QuickSight. It is absent without `dashboard`. */
  public readonly dashboardUrl?: string;

  /** @internal */
  protected readonly _monitored: Monitored;
  private readonly source: StageRegistry;
  private readonly storage: BoundStorage;
  private readonly queries: UsageQueries;
  private readonly usageDashboard?: UsageDashboard;

  /**
   * @param scope the scope of the construct, such as the stack
   * @param id the id of the construct, unique within its scope
   * @param props the properties
   */
  constructor(scope: Construct, id: string, props: ApiUsageAnalyticsProps = {}) {
    super(scope, id);
    requireProps(this, PROP_CHECKS, props);
    const difference = columnDifference(this, props.extraColumns, props.omitColumns);
    const columns = columnsOf(difference);
    const formats = recordFormats(this, props.format, props.previousFormat);
    const deliveryStreamName = streamName(this, props.streamName);
    const directoryInterval = refreshInterval(this, props.directoryRefreshInterval ?? Duration.minutes(5));
    const logRetention = props.logRetention ?? logs.RetentionDays.ONE_MONTH;

    this.storage = bindStorage(this, props.storage ?? UsageStorage.managed(), formats);
    const catalog = new Catalog(this, 'Catalog', {
      storage: this.storage,
      formats,
      columns,
      catalog: props.catalog ?? UsageCatalog.crawled(),
      deliveryStreamName,
      logRetention,
      databaseName: props.databaseName,
      tableName: props.tableName,
    });
    new DirectoryRefresh(this, 'Directory', {
      storage: this.storage,
      deliveryStreamName,
      interval: directoryInterval,
      rules: directoryRules(this, props),
      logRetention,
    });
    this.enrichment = new Enrichment(this, 'Enrichment', {
      storage: this.storage,
      snapshotKey: snapshotObjectKey(this.storage.folders.directory),
      deliveryStreamName,
      callerAddress: (props.callerAddress ?? CallerAddress.truncated())._requested,
      columns: difference,
      logRetention,
    }).handler;
    const delivery = new AccessLogStream(this, 'Stream', {
      streamName: deliveryStreamName,
      storage: this.storage,
      formats,
      processor: this.enrichment,
      catalog,
      bufferingInterval: props.bufferingInterval,
      bufferingSize: props.bufferingSize,
      logRetention,
    });
    this.stream = delivery.stream;

    const accessLog = logFormat(this, columns);
    this.source = new StageRegistry(this, { stream: this.stream, streamName: deliveryStreamName, format: accessLog }, logRetention);
    this.accessLogDestination = this.source;
    this.accessLogFormat = apigateway.AccessLogFormat.custom(accessLog);
    this.bucket = this.storage.bucket;
    this.database = catalog.database;
    this.table = catalog.table;
    this.previousTable = catalog.previousTable;
    this.crawler = catalog.crawler;
    this.queries = new UsageQueries(this, 'Queries', {
      storage: this.storage,
      database: this.database,
      databaseName: catalog.databaseName,
      requestTables: catalog.requestTableNames,
      columns,
      bufferingSeconds: delivery.bufferingInterval.toSeconds(),
      queryScanLimit: props.queryScanLimit,
    });
    this.workgroup = this.queries.workgroup;
    if (props.dashboard) {
      this.usageDashboard = new UsageDashboard(this, 'Dashboard', {
        ...props.dashboard,
        storage: this.storage,
        database: this.database,
        databaseName: catalog.databaseName,
        requestTables: catalog.requestTableNames,
        views: this.queries.views,
        workgroup: this.workgroup,
        after: [this.table, ...this.previousTable ? [this.previousTable] : [], ...catalog.directoryTables, this.queries.viewTables],
      });
      this.queries.saved.forEach((query) => this.usageDashboard!.add(query));
      this.dashboardUrl = this.usageDashboard.url;
    }
    props.questions?.forEach((question, index) => this.saveQuestion(question, `questions[${index}]`));
    catalog.createCrawlerAfter(...this.node.children.filter((child) => child !== catalog));
    this._monitored = {
      deliveryStreamName,
      bufferingInterval: delivery.bufferingInterval,
      directoryInterval,
      converted: formats.current.stream.converted,
      crawler: catalog.crawler,
    };
    this.addOutputs();
    props.stages?.forEach((stage, index) => this.source.attach(stage, {}, `stages[${index}]`));
  }

  /**
   * Adds a stage to the pipeline. The method sets the access log of the stage to the delivery stream and format of this
   * pipeline. The stage can be created before or after this construct, in this app or outside it.
   *
   * A custom resource attaches a stage that is imported with `Stage.fromStageAttributes`. It restores the previous access log
   * of the stage when the stage is removed from the pipeline. If the access log is changed outside the pipeline, the custom
   * resource leaves the change alone, and `metricStageDrift` counts it.
   * @param stage an `apigateway.Stage`, such as an API's `deploymentStage`, a `CfnStage` or an imported stage
   * @param options how the stage is attached
   * @throws if the stage is missing, was added before, already logs elsewhere, is in another account, region or
   * `cdk.Stage`, or is not a stage of a REST API. The deployment fails if an imported stage already logs elsewhere or does
   * not exist
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-access-logging.html
   */
  public addStage(stage: apigateway.IStageRef, options: AddStageOptions = {}): void {
    this.source.attach(stage, options, 'the stage of addStage');
  }

  /**
   * Grants a principal read access to the files of requests and of the directory, and to the tables over them. Queries in
   * Athena also require rights on a workgroup: see `grantQuery`.
   * @param grantee the principal that may read
   * @see https://docs.aws.amazon.com/athena/latest/ug/fine-grained-access-to-glue-resources.html
   */
  public grantRead(grantee: iam.IGrantable): iam.Grant {
    return grantRead(this, grantee, this.storage, this.database);
  }

  /**
   * Grants a principal the rights of `grantRead`, and the right to run queries in the pipeline's workgroup and to read and write their results.
   * @param grantee the principal that may run queries
   * @see https://docs.aws.amazon.com/athena/latest/ug/workgroups-iam-policy.html
   */
  public grantQuery(grantee: iam.IGrantable): iam.Grant {
    return this.grantRead(grantee).combine(grantQuery(this, grantee, this.storage, this.workgroup));
  }

  /**
   * Adds a question: a saved query in Amazon Athena, and a part of the report and of the dashboard.
   * @param question the question
   * @throws if the id is taken, or if the visual names a view, a dimension or a measure that the pipeline does not have
   */
  public addQuestion(question: UsageQuestion): void {
    this.saveQuestion(question, 'the question of addQuestion');
  }

  private saveQuestion(question: UsageQuestion, argument: string): void {
    const query = this.queries.add(question, argument);
    this.usageDashboard?.add(query);
  }

  private addOutputs(): void {
    new CfnOutput(this, 'BucketName', { value: this.bucket.bucketName });
    new CfnOutput(this, 'DatabaseName', { value: this.database.ref });
    new CfnOutput(this, 'TableName', { value: this.table.ref });
    if (this.previousTable) new CfnOutput(this, 'PreviousTableName', { value: this.previousTable.ref });
    new CfnOutput(this, 'WorkgroupName', { value: this.workgroup.ref });
    new CfnOutput(this, 'StreamName', { value: this.stream.ref });
    if (this.crawler) new CfnOutput(this, 'CrawlerName', { value: this.crawler.ref });
  }
}
