import { App, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { ApiUsageAnalytics } from 'cdk-api-usage-analytics';

const app = new App();
const stack = new Stack(app, 'Analytics');

// A stage that another app, a template or a person made: by its ids.
const restApi = apigateway.RestApi.fromRestApiId(stack, 'Orders', 'a1b2c3d4e5');
const stage = apigateway.Stage.fromStageAttributes(stack, 'OrdersProd', { restApi, stageName: 'prod' });

const usage = new ApiUsageAnalytics(stack, 'Usage');

// It logs elsewhere already: the pipeline takes it over, and gives it back when it is taken out.
usage.addStage(stage, { replaceAccessLog: true });

app.synth();
