import { App, Stack, StackProps } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { Construct } from 'constructs';
import { AccessLogColumn, ApiUsageAnalytics, DashboardRefresh, QuickSightPrincipal, RecordFormat, UsageQuestion, UsageVisual } from 'cdk-api-usage-analytics';

/** The API as it was: a stage for customers and one for trials, usage plans and keys. It does not know the pipeline. */
class OrdersApiStack extends Stack {
  public readonly stages: apigateway.Stage[];

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    const api = new apigateway.RestApi(this, 'Orders', {
      defaultMethodOptions: { apiKeyRequired: true },
      deployOptions: { stageName: 'prod' },
    });
    const orders = api.root.addResource('v1').addResource('orders');
    orders.addMethod('GET');
    orders.addMethod('POST');
    orders.addResource('{orderId}').addMethod('GET');
    const trial = new apigateway.Stage(this, 'Trial', { deployment: api.latestDeployment!, stageName: 'trial' });

    const free = api.addUsagePlan('Free', {
      name: 'Free',
      apiStages: [{ stage: trial }],
      quota: { limit: 1000, period: apigateway.Period.MONTH },
      throttle: { rateLimit: 10, burstLimit: 20 },
    });
    const enterprise = api.addUsagePlan('Enterprise', {
      name: 'Enterprise',
      apiStages: [{ stage: api.deploymentStage }, { stage: trial }],
    });
    // API Gateway generates the values of the keys.
    free.addApiKey(api.addApiKey('Umbrella', { apiKeyName: 'Umbrella' }));
    enterprise.addApiKey(api.addApiKey('Initech', { apiKeyName: 'Initech' }));
    this.stages = [api.deploymentStage, trial];
  }
}

interface AnalyticsStackProps extends StackProps {
  readonly stages: apigateway.Stage[];
}

/** The pipeline, the tables and the dashboard. This stack is deployed before that of the API. */
class AnalyticsStack extends Stack {
  constructor(scope: Construct, id: string, props: AnalyticsStackProps) {
    super(scope, id, props);
    new ApiUsageAnalytics(this, 'Usage', {
      stages: props.stages,
      format: RecordFormat.parquet(),
      extraColumns: [AccessLogColumn.text('tenant', '$context.authorizer.tenant', { comment: 'Tenant that the authorizer returned.' })],
      questions: [UsageQuestion.visual({
        id: 'requests-by-tenant',
        title: 'Requests by tenant',
        question: 'Which tenants send the most requests this month?',
        sheet: 'Customers',
        view: 'requests',
        visual: UsageVisual.bar({ dimension: 'tenant', measures: ['ok', 'errors'] }),
      })],
      dashboard: {
        title: 'Orders API usage',
        readers: [QuickSightPrincipal.group('owners', { identityRegion: 'us-east-1' })],
        refresh: DashboardRefresh.daily({ time: '05:00', timeZone: 'Europe/Berlin' }),
      },
    });
  }
}

const app = new App();
const api = new OrdersApiStack(app, 'OrdersApi');
new AnalyticsStack(app, 'Analytics', { stages: api.stages, suppressTemplateIndentation: true });

app.synth();
