import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { OperationsDashboardOptions } from './dashboard-options';
import { FIREHOSE_METRICS, FirehoseMetricId } from './firehose-metrics';
import { MetricDeclaration, MetricId, METRICS } from './metrics';
import { Monitored } from './monitored';
import { OPERATING_PAGE } from './operating-page';
import { firehoseMetric, pipelineMetric } from './pipeline-metric';
import { quotaInUse } from './shares';
import { claimName } from '../synth/claimed-names';
import { shown } from '../synth/shown';
import { requireLiteral, usageError } from '../synth/usage-error';

const WIDTH = 24;
const THIRD = WIDTH / 3;
const NAME = /^[A-Za-z0-9_-]{1,255}$/;

/** Creates the dashboard. All metrics of a graph have the same unit. */
export function operationsDashboard(scope: Construct, id: string, monitored: Monitored, options: OperationsDashboardOptions): cloudwatch.Dashboard {
  const stream = monitored.deliveryStreamName;
  const firehose = (title: string, ...ids: FirehoseMetricId[]) =>
    graph(title, ids.map((name) => firehoseMetric(name, stream, labelled(FIREHOSE_METRICS[name]))));
  const pipeline = (title: string, ...ids: MetricId[]) =>
    graph(title, ids.map((name) => pipelineMetric(name, stream, labelled(METRICS[name]))));
  return new cloudwatch.Dashboard(scope, id, {
    dashboardName: options.dashboardName === undefined ? undefined : dashboardName(scope, options.dashboardName),
    widgets: [
      [new cloudwatch.TextWidget({ markdown: `# ${stream}\n\n[What the metrics mean and what to do](${OPERATING_PAGE})`, width: WIDTH, height: 2 })],
      [
        firehose('Records in', 'incomingRecords', 'throttledRecords'),
        graph('Quota in use', [quotaInUse(stream)]),
        firehose('Age of the oldest undelivered record', 'deliveryFreshness'),
      ],
      [
        firehose('Share of calls and writes that succeeded', 'processingSuccess', 'deliverySuccess'),
        pipeline('Rows', 'keyedRecords', 'unknownKeys', 'ambiguousRows'),
        graph('Records in the errors folder', [
          pipelineMetric('recordsGivenBack', stream, labelled(METRICS.recordsGivenBack)),
          firehoseMetric('failedConversions', stream, labelled(FIREHOSE_METRICS.failedConversions)),
        ]),
      ],
      [
        pipeline('Age of the names', 'directoryAge'),
        pipeline('Runs that failed', 'directoryFailures', 'partitionFailures'),
        pipeline('Stages changed outside the pipeline', 'stageDrift'),
      ],
    ],
  });
}

/** Adds a row with the states of the alarms to the dashboard. */
export function showAlarms(dashboard: cloudwatch.Dashboard, alarms: cloudwatch.IAlarm[]): void {
  dashboard.addWidgets(new cloudwatch.AlarmStatusWidget({ title: 'Alarms', alarms, width: WIDTH, height: 4 }));
}

function graph(title: string, left: cloudwatch.IMetric[]): cloudwatch.GraphWidget {
  return new cloudwatch.GraphWidget({ title, left, leftYAxis: { min: 0 }, width: THIRD });
}

function labelled({ name, statistic }: MetricDeclaration): cloudwatch.MetricOptions {
  return { label: `${name} (${statistic})` };
}

function dashboardName(scope: Construct, name: string): string {
  requireLiteral(scope, 'dashboardName', name);
  if (!NAME.test(name)) {
    throw usageError(scope, `dashboardName must be 1 to 255 letters, digits, hyphens and underscores, got ${shown(name)}. Leave it out to get a generated name.`);
  }
  return claimName(scope, 'dashboardName', name);
}
