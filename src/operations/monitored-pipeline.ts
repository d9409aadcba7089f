import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { USAGE_ALARMS_OPTIONS, UsageAlarmsOptions } from './alarms-options';
import { OPERATIONS_DASHBOARD_OPTIONS, OperationsDashboardOptions } from './dashboard-options';
import { Monitored } from './monitored';
import { operationsDashboard, showAlarms } from './operations-dashboard';
import { PipelineAlarms } from './pipeline-alarms';
import { firehoseMetric, pipelineMetric } from './pipeline-metric';
import { requireOptions } from '../synth/guard';
import { usageError } from '../synth/usage-error';

/**
 * The part of the construct that is there to operate it. It is not exported, so that its methods are those of the
 * construct in every language.
 *
 * @internal
 */
export abstract class MonitoredPipeline extends Construct {
  /** @internal */
  protected abstract readonly _monitored: Monitored;

  private alarms?: cloudwatch.Alarm[];
  private dashboard?: cloudwatch.Dashboard;

  /**
   * Creates alarms for everything that can lose, delay or spoil data. The description of each alarm links to the section
   * of the documentation that says what to do.
   *
   * @param options where alarms are sent, and when they go off
   * @returns the alarms, for further actions or a composite alarm
   * @throws if an option is out of its range, or if the pipeline has alarms already
   * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html
   */
  public addAlarms(options: UsageAlarmsOptions = {}): cloudwatch.Alarm[] {
    if (this.alarms) throw usageError(this, 'addAlarms was called twice. Pass all options to one call; it returns the alarms, to add actions later.');
    requireOptions(this, 'addAlarms', USAGE_ALARMS_OPTIONS, options);
    this.alarms = new PipelineAlarms(this, 'Alarms', this._monitored, options).alarms;
    if (this.dashboard) showAlarms(this.dashboard, this.alarms);
    return [...this.alarms];
  }

  /**
   * Creates an Amazon CloudWatch dashboard with all metrics of the pipeline, and with its alarms if there are any.
   *
   * @param options the name of the dashboard
   * @returns the dashboard, for further widgets
   * @throws if the name is invalid or taken, or if the pipeline has such a dashboard already
   * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Dashboards.html
   */
  public addOperationsDashboard(options: OperationsDashboardOptions = {}): cloudwatch.Dashboard {
    if (this.dashboard) throw usageError(this, 'addOperationsDashboard was called twice. Add widgets to the dashboard that the first call returned.');
    requireOptions(this, 'addOperationsDashboard', OPERATIONS_DASHBOARD_OPTIONS, options);
    this.dashboard = operationsDashboard(this, 'OperationsDashboard', this._monitored, options);
    if (this.alarms) showAlarms(this.dashboard, this.alarms);
    return this.dashboard;
  }

  /**
   * Records that the delivery stream accepted. Statistic: sum.
   * @param options changes to the metric
   * @see https://docs.aws.amazon.com/firehose/latest/dev/monitoring-with-cloudwatch-metrics.html
   */
  public metricIncomingRecords(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return firehoseMetric('incomingRecords', this._monitored.deliveryStreamName, options);
  }

  /**
   * Records that the delivery stream refused because a quota was exceeded. Statistic: sum.
   * @param options changes to the metric
   * @see https://docs.aws.amazon.com/firehose/latest/dev/monitoring-with-cloudwatch-metrics.html
   */
  public metricThrottledRecords(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return firehoseMetric('throttledRecords', this._monitored.deliveryStreamName, options);
  }

  /**
   * Age of the oldest record that is not in Amazon S3 yet, in seconds. Statistic: maximum.
   * @param options changes to the metric
   * @see https://docs.aws.amazon.com/firehose/latest/dev/monitoring-with-cloudwatch-metrics.html
   */
  public metricDeliveryFreshness(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return firehoseMetric('deliveryFreshness', this._monitored.deliveryStreamName, options);
  }

  /**
   * Rows that could not be converted to Parquet. Firehose writes them to the errors folder. Statistic: sum.
   * @param options changes to the metric
   * @see https://docs.aws.amazon.com/firehose/latest/dev/monitoring-with-cloudwatch-metrics.html
   */
  public metricFailedConversions(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return firehoseMetric('failedConversions', this._monitored.deliveryStreamName, options);
  }

  /**
   * Records that could not be turned into rows. Firehose writes them to the errors folder. Statistic: sum.
   * @param options changes to the metric
   */
  public metricRecordsGivenBack(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return pipelineMetric('recordsGivenBack', this._monitored.deliveryStreamName, options);
  }

  /**
   * Rows with an API key that is not in the directory. Statistic: sum.
   * @param options changes to the metric
   */
  public metricUnknownKeys(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return pipelineMetric('unknownKeys', this._monitored.deliveryStreamName, options);
  }

  /**
   * Rows in which some values could not be told apart, and are null. Statistic: sum.
   * @param options changes to the metric
   */
  public metricAmbiguousRows(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return pipelineMetric('ambiguousRows', this._monitored.deliveryStreamName, options);
  }

  /**
   * Runs in which the names of keys, plans and APIs could not be read. Rows are still delivered, with the last names that
   * were read. Statistic: sum.
   * @param options changes to the metric
   */
  public metricDirectoryFailures(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return pipelineMetric('directoryFailures', this._monitored.deliveryStreamName, options);
  }

  /**
   * Age of the names of keys, plans and APIs, in seconds. Statistic: maximum.
   * @param options changes to the metric
   */
  public metricDirectoryAge(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return pipelineMetric('directoryAge', this._monitored.deliveryStreamName, options);
  }

  /**
   * Runs in which the partitions of the coming hours could not be registered. Statistic: sum.
   * @param options changes to the metric
   */
  public metricPartitionFailures(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return pipelineMetric('partitionFailures', this._monitored.deliveryStreamName, options);
  }

  /**
   * Stages whose access log was changed outside the pipeline. A custom resource counts its stage when it is updated, and
   * leaves the change alone. With `replaceAccessLog` of `addStage`, it sets the access log again instead. Statistic: sum.
   * @param options changes to the metric
   */
  public metricStageDrift(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return pipelineMetric('stageDrift', this._monitored.deliveryStreamName, options);
  }
}
