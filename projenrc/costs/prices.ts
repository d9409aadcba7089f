/** When the prices were written down. */
export const PRICES_OF = '2026-11-26';

export const REGION = 'us-east-1';

interface Price {
  /** In US dollars. */
  readonly price: number;
  readonly per: string;
  /** The page of AWS that has the current price. */
  readonly page: string;
}

/** List prices without free tiers. */
export const PRICES = {
  firehoseIngestion: { price: 0.029, per: 'GB ingested by direct PUT, first 500 TB a month', page: 'https://aws.amazon.com/firehose/pricing/' },
  firehoseConversion: { price: 0.018, per: 'GB converted to Parquet', page: 'https://aws.amazon.com/firehose/pricing/' },
  lambdaCompute: { price: 0.0000133334, per: 'GB-second on arm64', page: 'https://aws.amazon.com/lambda/pricing/' },
  lambdaRequests: { price: 0.2, per: 'million invocations', page: 'https://aws.amazon.com/lambda/pricing/' },
  s3Storage: { price: 0.023, per: 'GB and month in S3 Standard', page: 'https://aws.amazon.com/s3/pricing/' },
  s3Writes: { price: 5, per: 'million PUT and LIST requests', page: 'https://aws.amazon.com/s3/pricing/' },
  s3Reads: { price: 0.4, per: 'million GET requests', page: 'https://aws.amazon.com/s3/pricing/' },
  crawler: { price: 0.44, per: 'DPU-hour, at least 10 minutes a crawl', page: 'https://aws.amazon.com/glue/pricing/' },
  metrics: { price: 0.3, per: 'custom metric and month', page: 'https://aws.amazon.com/cloudwatch/pricing/' },
  alarms: { price: 0.1, per: 'metric of an alarm and month', page: 'https://aws.amazon.com/cloudwatch/pricing/' },
  operationsDashboard: { price: 3, per: 'CloudWatch dashboard and month', page: 'https://aws.amazon.com/cloudwatch/pricing/' },
  logs: { price: 0.5, per: 'GB written to CloudWatch Logs', page: 'https://aws.amazon.com/cloudwatch/pricing/' },
  logsInsights: { price: 0.005, per: 'GB that CloudWatch Logs Insights scans', page: 'https://aws.amazon.com/cloudwatch/pricing/' },
  athena: { price: 5, per: 'TB scanned, at least 10 MB a query', page: 'https://aws.amazon.com/athena/pricing/' },
  reader: { price: 3, per: 'reader of QuickSight and month', page: 'https://aws.amazon.com/quicksight/pricing/' },
  author: { price: 24, per: 'author of QuickSight and month', page: 'https://aws.amazon.com/quicksight/pricing/' },
  trailDataEvents: { price: 1, per: 'million data events of a CloudTrail trail', page: 'https://aws.amazon.com/cloudtrail/pricing/' },
  guardDutyS3: { price: 0.8, per: 'million data events of GuardDuty S3 Protection', page: 'https://aws.amazon.com/guardduty/pricing/' },
  restApi: { price: 3.5, per: 'million requests of a REST API, first 333 million', page: 'https://aws.amazon.com/api-gateway/pricing/' },
} as const satisfies Record<string, Price>;
