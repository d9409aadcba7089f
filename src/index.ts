export * from './api-usage-analytics';
export * from './props';
export type { AddStageOptions } from './source/add-stage-options';
export { CallerAddress } from './enrichment/caller-address';
export { RecordFormat } from './storage/record-format';
export type { BucketStorageOptions, ManagedStorageOptions } from './storage/usage-storage';
export { UsageStorage } from './storage/usage-storage';
export type { CrawledCatalogOptions, ProjectedCatalogOptions } from './catalog/usage-catalog';
export { UsageCatalog } from './catalog/usage-catalog';
