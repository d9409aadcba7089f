import { App, Stack, StackProps } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { Construct } from 'constructs';
import { ApiUsageAnalytics, ApiUsageAnalyticsProps } from '../../src';

export const ACCOUNT = '111122223333';
export const OTHER_ACCOUNT = '444455556666';
export const REGION = 'eu-west-1';

/** A stack in an app of its own. */
export function newStack(id = 'Stack', props: StackProps = {}): Stack {
  // The tree of constructs is a tenth of a synthesis, and no test reads it.
  return new Stack(new App({ treeMetadata: false }), id, props);
}

/** An API whose methods ask for API keys, without the account's CloudWatch role. */
export function restApi(scope: Construct, id = 'Api', props: apigateway.RestApiProps = {}): apigateway.RestApi {
  const api = new apigateway.RestApi(scope, id, { cloudWatchRole: false, defaultMethodOptions: { apiKeyRequired: true }, ...props });
  api.root.addMethod('GET');
  return api;
}

/** A stage from outside the app. */
export function importedStage(scope: Construct, restApiId = 'a1b2c3d4e5', stageName = 'prod', id?: string): apigateway.IStage {
  const name = id ?? `Stage${restApiId}${stageName}`;
  return apigateway.Stage.fromStageAttributes(scope, name, { restApi: apigateway.RestApi.fromRestApiId(scope, `Of${name}`, restApiId), stageName });
}

/** The pipeline with one stage in an app of its own, and its stack. */
export function pipeline(props: ApiUsageAnalyticsProps = {}): { stack: Stack; usage: ApiUsageAnalytics } {
  const stack = newStack();
  return { stack, usage: new ApiUsageAnalytics(stack, 'Usage', { stages: [restApi(stack).deploymentStage], ...props }) };
}
