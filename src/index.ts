export * from './api-usage-analytics';
export * from './props';
export type { AccessLogColumnOptions, TextAccessLogColumnOptions } from './columns/access-log-column';
export { AccessLogColumn } from './columns/access-log-column';
export type { AddStageOptions } from './stages/add-stage-options';
export { StageAttachment } from './stages/stage-attachment';
export { CustomerIdentity } from './directory/rules/customer-identity';
export { DirectoryScope } from './directory/rules/directory-scope';
export type { InternalKeys } from './directory/rules/internal-keys';
export { CallerAddress } from './enrichment/caller-address';
export { RecordFormat } from './storage/record-format';
export type { BucketStorageOptions, ManagedStorageOptions } from './storage/storage-options';
export { UsageStorage } from './storage/usage-storage';
export type { CrawledCatalogOptions, ProjectedCatalogOptions } from './catalog/usage-catalog';
export { UsageCatalog } from './catalog/usage-catalog';
export type { DashboardOptions } from './dashboard/dashboard-options';
export type { DailyRefreshOptions } from './dashboard/dashboard-refresh';
export { DashboardRefresh } from './dashboard/dashboard-refresh';
export type { QuickSightPrincipalOptions } from './dashboard/quicksight-principal';
export { QuickSightPrincipal } from './dashboard/quicksight-principal';
export type { UsageAlarmsOptions } from './operations/alarms-options';
export type { OperationsDashboardOptions } from './operations/dashboard-options';
export type { SqlQuestionOptions, VisualQuestionOptions } from './query/question-options';
export { UsageQuestion } from './query/usage-question';
export { UsageVisual } from './query/usage-visual';
export type {
  BarVisualOptions, GridVisualOptions, LineVisualOptions, MeasuresVisualOptions, PieVisualOptions, TableVisualOptions,
} from './query/visual-options';
