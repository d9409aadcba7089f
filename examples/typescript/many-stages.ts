import { App, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { ApiUsageAnalytics, RecordFormat, UsageCatalog } from 'cdk-api-usage-analytics';

const app = new App();
const usage = new ApiUsageAnalytics(new Stack(app, 'Analytics'), 'Usage', {
  format: RecordFormat.parquet(),
  catalog: UsageCatalog.projected(),
});

// One pipeline for all APIs. Each API has a stage for customers and a stage for trials.
for (const name of ['Orders', 'Catalog', 'Invoices']) {
  const stack = new Stack(app, `${name}Api`);
  const api = new apigateway.RestApi(stack, name, {
    defaultMethodOptions: { apiKeyRequired: true },
    deployOptions: { stageName: 'prod' },
  });
  api.root.addResource(name.toLowerCase()).addMethod('GET');
  const trial = new apigateway.Stage(stack, 'Trial', { deployment: api.latestDeployment!, stageName: 'trial' });

  usage.addStage(api.deploymentStage);
  usage.addStage(trial);
  api.addUsagePlan('Standard', { name: `${name} standard`, apiStages: [{ stage: api.deploymentStage }] })
    .addApiKey(api.addApiKey('Initech', { apiKeyName: 'Initech' }));
}

app.synth();
