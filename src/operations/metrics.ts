/** A metric of ours: its name is written here and nowhere else, for those who emit it and those who alarm on it. */
export interface PipelineMetric {
  readonly name: string;
  readonly unit: 'Count';
}

export const METRIC_NAMESPACE = 'ApiUsageAnalytics';

/** The dimension of every metric: the name of the pipeline's delivery stream. */
export const METRIC_DIMENSION = 'DeliveryStream';

export const METRICS = {
  /** 1 for a run of the directory that failed, 0 for one that did not: its age is the age of the last run. */
  directoryFailures: { name: 'DirectoryFailures', unit: 'Count' },
  /** 1 for an attached stage whose access log somebody else has changed since, when its attachment was updated; else 0. */
  stageDrift: { name: 'StageDrift', unit: 'Count' },
} as const satisfies Record<string, PipelineMetric>;

export type MetricId = keyof typeof METRICS;
