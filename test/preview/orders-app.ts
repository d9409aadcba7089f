import { App, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { synthesise } from './hand-made-app';
import { ApiUsageAnalytics, ApiUsageAnalyticsProps } from '../../src';

/** The value of the API key, which must be nowhere. */
export const SECRET = 'Secret0123456789abcdefghij';

/** Logical ids: the preview's ids of key and API. */
export const KEY = 'OrdersUmbrella467C20A5';
export const API = 'OrdersA9B65338';

/** A request of the customer. */
export const REQUEST = { 'apiId': API, 'stage': 'prod', 'identity.apiKeyId': KEY, 'extendedRequestId': 'x1=', 'httpMethod': 'GET' };

/** An API with a plan and a key, in a stack of its own or in that of the pipeline: the paths of the templates. */
export function ordersApp(props: ApiUsageAnalyticsProps = {}, apart = false): readonly string[] {
  const template = synthesise((cdkApp: App) => {
    const shop = new Stack(cdkApp, 'Shop');
    const api = new apigateway.RestApi(shop, 'Orders', { defaultMethodOptions: { apiKeyRequired: true } });
    api.root.addResource('orders').addMethod('GET');
    const plan = api.addUsagePlan('Gold', { name: 'Gold', apiStages: [{ stage: api.deploymentStage }] });
    plan.addApiKey(api.addApiKey('Umbrella', { apiKeyName: 'Umbrella Ltd', value: SECRET }));
    new ApiUsageAnalytics(apart ? new Stack(cdkApp, 'Analytics') : shop, 'Usage', { ...props, stages: [api.deploymentStage] });
  });
  return apart ? [template('Shop'), template('Analytics')] : [template('Shop')];
}
