import { App, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { ApiUsageAnalytics } from 'cdk-api-usage-analytics';

const app = new App();
const stack = new Stack(app, 'Analytics');

// Import a stage that this app does not create, by its ids.
const restApi = apigateway.RestApi.fromRestApiId(stack, 'Orders', 'a1b2c3d4e5');
const stage = apigateway.Stage.fromStageAttributes(stack, 'OrdersProd', { restApi, stageName: 'prod' });

const usage = new ApiUsageAnalytics(stack, 'Usage');

// The stage already has an access log destination. Replace it now; removing the stage restores it.
usage.addStage(stage, { replaceAccessLog: true });

app.synth();
