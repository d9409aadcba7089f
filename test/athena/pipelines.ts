import { App, Duration, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { ApiUsageAnalytics, ApiUsageAnalyticsProps, RecordFormat, UsageCatalog } from '../../src';
import { synthesise } from '../preview/hand-made-app';

export const FORMATS = { JSON: RecordFormat.json(), Parquet: RecordFormat.parquet() } as const;
export const CATALOGS = { crawled: UsageCatalog.crawled(), projected: UsageCatalog.projected() } as const;

export type Format = keyof typeof FORMATS;
export type Catalog = keyof typeof CATALOGS;

/** The template of an API with a pipeline; those of one format differ in the catalog only, and read the same files. */
export function pipelineTemplate(format: Format, catalog: Catalog, props: ApiUsageAnalyticsProps = {}): string {
  return synthesise((app: App) => {
    const stack = new Stack(app, 'OrdersApi');
    const api = new apigateway.RestApi(stack, 'Orders', { defaultMethodOptions: { apiKeyRequired: true } });
    const orders = api.root.addResource('v1').addResource('orders');
    orders.addMethod('GET');
    orders.addMethod('POST');
    orders.addResource('{orderId}').addMethod('GET');
    new ApiUsageAnalytics(stack, 'Usage', {
      stages: [api.deploymentStage],
      format: FORMATS[format],
      catalog: CATALOGS[catalog],
      // Fewer files are read sooner.
      bufferingInterval: Duration.minutes(15),
      ...props,
    });
  })('OrdersApi');
}
