import { Duration, RemovalPolicy, Stack, StackProps } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { Probe } from './probe';
import { AccessLogColumn, ApiUsageAnalytics, ApiUsageAnalyticsProps, RecordFormat, UsageCatalog, UsageQuestion, UsageStorage, UsageVisual } from '../../src';

const NAMES = { plan: 'Usage integration test', customer: 'Umbrella' };

/** The extra column. Its value is the id of the API, for a caller that uses the default domain name. */
const EXTRA_COLUMN = 'domain_prefix';

/** Few enough that the test can exceed it. */
const QUOTA = 30;

/** One API with two stages, one usage plan, one API key, and a pipeline for each stage: one with JSON, one with Parquet. */
export class UsageStack extends Stack {
  public readonly probe: lambda.IFunction;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    const api = this.api();
    const parquetStage = new apigateway.Stage(this, 'ParquetStage', { deployment: api.latestDeployment!, stageName: 'parquet' });
    const stages = [api.deploymentStage, parquetStage];
    const plan = api.addUsagePlan('Plan', {
      name: NAMES.plan,
      apiStages: stages.map((stage) => ({ stage })),
      quota: { limit: QUOTA, period: apigateway.Period.WEEK },
    });
    const key = api.addApiKey('Key', { apiKeyName: NAMES.customer });
    plan.addApiKey(key);

    // As an app that did not create the stage has it: a custom resource attaches it.
    const imported = apigateway.Stage.fromStageAttributes(this, 'Imported', { restApi: api, stageName: parquetStage.stageName });
    const json = this.pipeline('Json', { stages: [api.deploymentStage], format: RecordFormat.json(), catalog: UsageCatalog.crawled() });
    const parquet = this.pipeline('Parquet', { stages: [imported], format: RecordFormat.parquet(), catalog: UsageCatalog.projected() });
    this.probe = new Probe(this, 'Probe', { api, key, names: NAMES, pipelines: { json, parquet } }).function;
  }

  private api(): apigateway.RestApi {
    const api = new apigateway.RestApi(this, 'Api', {
      cloudWatchRole: false,
      defaultMethodOptions: { apiKeyRequired: true },
      deployOptions: { stageName: 'json' },
    });
    api.root.addResource('orders').addResource('{order}').addMethod('GET', new apigateway.MockIntegration({
      requestTemplates: { 'application/json': '{"statusCode": 200}' },
      integrationResponses: [{ statusCode: '200' }],
    }), { methodResponses: [{ statusCode: '200' }] });
    return api;
  }

  /** A pipeline that waits little, and leaves no file when the stack is deleted. */
  private pipeline(id: string, props: ApiUsageAnalyticsProps): ApiUsageAnalytics {
    return new ApiUsageAnalytics(this, id, {
      extraColumns: [AccessLogColumn.text(EXTRA_COLUMN, '$context.domainPrefix')],
      questions: [UsageQuestion.visual({
        id: 'requests-by-domain',
        title: 'Requests by domain',
        question: 'Which domain do the requests of this month use?',
        view: 'requests',
        visual: UsageVisual.bar({ dimension: EXTRA_COLUMN }),
      })],
      bufferingInterval: Duration.seconds(60),
      directoryRefreshInterval: Duration.minutes(1),
      storage: UsageStorage.managed({ removalPolicy: RemovalPolicy.DESTROY, autoDeleteObjects: true }),
      ...props,
    });
  }
}
