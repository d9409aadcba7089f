/** How a metric is declared: once, for the code that emits it, the method that returns it, its alarm and the dashboard. */
export interface MetricDeclaration {
  readonly name: string;
  readonly unit: 'Count' | 'Percent' | 'Seconds' | 'Bytes';
  /** The statistic that answers what the metric is for. */
  readonly statistic: 'Sum' | 'Maximum' | 'Minimum' | 'Average';
  /** What one data point says, in a sentence. */
  readonly meaning: string;
}

export const METRIC_NAMESPACE = 'ApiUsageAnalytics';

/** The dimension of every metric of the pipeline's functions: the name of the delivery stream. */
export const METRIC_DIMENSION = 'DeliveryStream';

/**
 * The metrics that the pipeline's functions emit. A metric of a run or a batch is emitted each time, 0 included, so that
 * missing data means that the function did not run.
 */
export const METRICS = {
  recordsGivenBack: {
    name: 'RecordsGivenBack',
    unit: 'Count',
    statistic: 'Sum',
    meaning: 'Records of a batch that the enrichment could not make a row of. Firehose writes them to the errors folder.',
  },
  keyedRecords: {
    name: 'KeyedRecords',
    unit: 'Count',
    statistic: 'Sum',
    meaning: 'Rows of a batch that have the id of an API key.',
  },
  unknownKeys: {
    name: 'UnknownKeys',
    unit: 'Count',
    statistic: 'Sum',
    meaning: 'Rows of a batch whose API key is not in the directory.',
  },
  ambiguousRows: {
    name: 'AmbiguousRows',
    unit: 'Count',
    statistic: 'Sum',
    meaning: 'Rows of a batch whose values could not all be told apart, so that some can be null or wrong.',
  },
  directoryFailures: {
    name: 'DirectoryFailures',
    unit: 'Count',
    statistic: 'Sum',
    meaning: 'Runs of the directory that failed: 1 for a run that failed, 0 for a run that succeeded.',
  },
  directoryAge: {
    name: 'DirectoryAge',
    unit: 'Seconds',
    statistic: 'Maximum',
    meaning: 'Time since the names that the enrichment uses were read from API Gateway.',
  },
  partitionFailures: {
    name: 'PartitionFailures',
    unit: 'Count',
    statistic: 'Sum',
    meaning: 'Runs that failed to register partitions: 1 for a run that failed, 0 for a run that succeeded.',
  },
  stageDrift: {
    name: 'StageDrift',
    unit: 'Count',
    statistic: 'Sum',
    meaning: 'Attached stages whose access log was changed outside the pipeline: 1 or 0 when an attachment is updated.',
  },
} as const satisfies Record<string, MetricDeclaration>;

export type MetricId = keyof typeof METRICS;
