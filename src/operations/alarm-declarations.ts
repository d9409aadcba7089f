import { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { AlarmLimits } from './alarm-limits';
import { failedCrawls } from './failed-crawls';
import { Monitored } from './monitored';
import { firehoseMetric, pipelineMetric } from './pipeline-metric';
import { quotaInUse, unknownKeyShare } from './shares';

/** The declaration of an alarm. `docs/operating.md` has a section with its heading. */
export interface AlarmDeclaration {
  readonly id: string;
  readonly heading: string;
  /** The sentence with which the description of the alarm begins. */
  readonly says: string;
  /** Undefined if the pipeline does not have what the alarm is about, such as a crawler. */
  readonly condition: (pipeline: Monitored, limits: AlarmLimits, scope: Construct) => AlarmCondition | undefined;
}

export interface AlarmCondition {
  readonly metric: cloudwatch.IMetric;
  readonly threshold: number;
  readonly comparisonOperator: cloudwatch.ComparisonOperator;
  readonly evaluationPeriods: number;
  readonly treatMissingData: cloudwatch.TreatMissingData;
}

const FIVE_MINUTES = Duration.minutes(5);
const QUOTA_PERCENT = 80;
/** One period alone is not enough: its run can fall into the next period, or the next run can succeed. */
const PERIODS = 3;
const PARTITION_RUNS = Duration.hours(1);

const { GREATER_THAN_THRESHOLD, LESS_THAN_THRESHOLD } = cloudwatch.ComparisonOperator;

/** Missing data is not breaching, because an API without traffic has no such data points. */
function above(threshold: number, metric: cloudwatch.IMetric, evaluationPeriods = 1): AlarmCondition {
  const { NOT_BREACHING } = cloudwatch.TreatMissingData;
  return { metric, threshold, comparisonOperator: GREATER_THAN_THRESHOLD, evaluationPeriods, treatMissingData: NOT_BREACHING };
}

function below(threshold: number, metric: cloudwatch.IMetric): AlarmCondition {
  return { ...above(threshold, metric), comparisonOperator: LESS_THAN_THRESHOLD };
}

/** Each run of a scheduled function emits a data point, so a period without one means that the function did not run. */
function runsFailed(metric: cloudwatch.IMetric): AlarmCondition {
  return { ...above(0, metric, PERIODS), treatMissingData: cloudwatch.TreatMissingData.BREACHING };
}

/** The directory runs at least once in this period. Metrics from logs can be minutes late, so it is at least five minutes. */
function directoryPeriod({ directoryInterval }: Monitored): Duration {
  return directoryInterval.toSeconds() > FIVE_MINUTES.toSeconds() ? directoryInterval : FIVE_MINUTES;
}

export const ALARMS: readonly AlarmDeclaration[] = [{
  id: 'StaleDelivery',
  heading: 'Stale delivery',
  says: 'Records wait longer than expected for their delivery to Amazon S3.',
  condition: ({ deliveryStreamName }, { deliveryDelaySeconds }) => above(deliveryDelaySeconds, firehoseMetric('deliveryFreshness', deliveryStreamName)),
}, {
  id: 'FailedDelivery',
  heading: 'Failed delivery',
  says: 'Firehose could not write files to Amazon S3.',
  condition: ({ deliveryStreamName }) => below(1, firehoseMetric('deliverySuccess', deliveryStreamName)),
}, {
  id: 'FailedEnrichment',
  heading: 'Failed enrichment',
  says: 'Calls of the enrichment function failed. Firehose writes batches whose last retry fails to the errors folder.',
  condition: ({ deliveryStreamName }) => below(1, firehoseMetric('processingSuccess', deliveryStreamName)),
}, {
  id: 'RecordsGivenBack',
  heading: 'Records given back',
  says: 'Records could not be turned into rows. They are in the errors folder.',
  condition: ({ deliveryStreamName }) => above(0, pipelineMetric('recordsGivenBack', deliveryStreamName)),
}, {
  id: 'FailedConversions',
  heading: 'Failed conversions',
  says: 'Rows could not be converted to Parquet. They are in the errors folder.',
  condition: ({ deliveryStreamName, converted }) => converted ? above(0, firehoseMetric('failedConversions', deliveryStreamName)) : undefined,
}, {
  id: 'ThrottledStream',
  heading: 'Throttled stream',
  says: 'The delivery stream refused records because a quota was exceeded. Requests can be missing from the table.',
  condition: ({ deliveryStreamName }) => above(0, firehoseMetric('throttledRecords', deliveryStreamName)),
}, {
  id: 'QuotaInUse',
  heading: 'Quota in use',
  says: `More than ${QUOTA_PERCENT} percent of a quota of the delivery stream is in use.`,
  condition: ({ deliveryStreamName }) => above(QUOTA_PERCENT, quotaInUse(deliveryStreamName)),
}, {
  id: 'OldDirectory',
  heading: 'Old directory',
  says: 'Rows get names of API keys, usage plans and APIs that were read too long ago.',
  condition: (pipeline, { directoryAgeSeconds }) =>
    above(directoryAgeSeconds, pipelineMetric('directoryAge', pipeline.deliveryStreamName, { period: directoryPeriod(pipeline) })),
}, {
  id: 'DirectoryFailures',
  heading: 'Directory failures',
  says: `The names of API keys, usage plans and APIs could not be read in ${PERIODS} periods in a row, or the function did not run.`,
  condition: (pipeline) => runsFailed(pipelineMetric('directoryFailures', pipeline.deliveryStreamName, { period: directoryPeriod(pipeline) })),
}, {
  id: 'UnknownKeys',
  heading: 'Unknown keys',
  says: 'Too many rows have an API key that is not in the directory.',
  condition: (pipeline, { unknownKeyPercent }) =>
    above(unknownKeyPercent, unknownKeyShare(pipeline.deliveryStreamName, directoryPeriod(pipeline)), PERIODS),
}, {
  id: 'UnregisteredPartitions',
  heading: 'Unregistered partitions',
  says: `The partitions of the coming hours could not be registered in ${PERIODS} hours in a row, or the function did not run.`,
  condition: ({ deliveryStreamName, crawler }) =>
    crawler && runsFailed(pipelineMetric('partitionFailures', deliveryStreamName, { period: PARTITION_RUNS })),
}, {
  id: 'FailedCrawler',
  heading: 'Failed crawler',
  says: 'A run of the crawler failed or could not start.',
  condition: ({ crawler }, _limits, scope) => crawler && above(0, failedCrawls(scope, crawler)),
}];
