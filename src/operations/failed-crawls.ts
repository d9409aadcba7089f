import { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as events from 'aws-cdk-lib/aws-events';
import * as glue from 'aws-cdk-lib/aws-glue';
import { Construct } from 'constructs';

/**
 * AWS Glue has no metric for failed crawls, but it emits events. EventBridge counts the events that match a rule in a metric of
 * the rule. The rule needs no target, and therefore no rights.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/ref/events-ref-glue.html
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-monitoring.html
 */
export function failedCrawls(scope: Construct, crawler: glue.CfnCrawler): cloudwatch.Metric {
  const rule = new events.Rule(scope, 'FailedCrawls', {
    description: 'Counts the runs of the crawler that failed or could not start.',
    eventPattern: {
      source: ['aws.glue'],
      detailType: ['Glue Crawler State Change', 'Glue Scheduled Crawler Invocation Failure'],
      // A run that could not start has no state.
      detail: { crawlerName: [crawler.ref], $or: [{ state: ['Failed'] }, { state: [{ exists: false }] }] },
    },
  });
  return new cloudwatch.Metric({
    namespace: 'AWS/Events', metricName: 'TriggeredRules', dimensionsMap: { RuleName: rule.ruleName }, statistic: cloudwatch.Stats.SUM, period: Duration.hours(1),
  });
}
