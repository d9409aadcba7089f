import { ListedUsagePlan, OpenedStage } from '../listing';
import { DirectoryModel } from '../model';
import { sortedBy, sortedJson } from '../order';
import { stagePath } from '../snapshot';
import { DirectoryColumn, DirectoryTable, RowOf } from './table';

const COLUMNS = [
  { name: 'usage_plan_id', kind: 'text', comment: 'Id of the usage plan.' },
  { name: 'usage_plan_name', kind: 'text', comment: 'Name of the usage plan.' },
  { name: 'description', kind: 'text', comment: 'Description of the usage plan.' },
  { name: 'api_id', kind: 'text', comment: 'Id of a REST API that the usage plan opens; null where it opens none.' },
  { name: 'api_name', kind: 'text', comment: 'Name of that REST API.' },
  { name: 'stage', kind: 'text', comment: 'Stage of that REST API that the usage plan opens.' },
  { name: 'quota_limit', kind: 'integer', comment: 'Requests that each API key may make in a period; null where there is no quota.' },
  { name: 'quota_offset', kind: 'integer', comment: 'Requests subtracted from the limit in the first period.' },
  { name: 'quota_period', kind: 'text', comment: 'Period of the quota: DAY, WEEK or MONTH.' },
  { name: 'throttle_rate_limit', kind: 'number', comment: 'Steady requests a second of each API key; null where they are not throttled.' },
  { name: 'throttle_burst_limit', kind: 'integer', comment: 'Requests of each API key that may come at once.' },
  { name: 'method_throttles', kind: 'text', comment: 'Throttles of single methods on the stage, as a JSON object from /path/METHOD to its limits.' },
  { name: 'product_code', kind: 'text', comment: 'AWS Marketplace product that the usage plan sells.' },
  { name: 'tags', kind: 'text', comment: 'Tags of the usage plan, as a JSON object.' },
] as const satisfies readonly DirectoryColumn[];

export const USAGE_PLANS_TABLE: DirectoryTable<typeof COLUMNS> = {
  name: 'usage_plans',
  comment: 'The usage plans, one row for each stage that a plan opens; a plan without a stage has one row.',
  key: 'usage_plans/usage_plans.ndjson',
  columns: COLUMNS,
  rows: (model) => model.usagePlans.flatMap((plan) =>
    plan.stages.length === 0
      ? [row(model, plan)]
      : sortedBy(plan.stages, ({ apiId, stage }) => stagePath(apiId, stage)).map((stage) => row(model, plan, stage))),
};

function row({ apiNames }: DirectoryModel, plan: ListedUsagePlan, stage?: OpenedStage): RowOf<typeof COLUMNS> {
  return {
    usage_plan_id: plan.id,
    usage_plan_name: plan.name,
    description: plan.description,
    api_id: stage?.apiId ?? null,
    api_name: stage ? apiNames.get(stage.apiId) ?? null : null,
    stage: stage?.stage ?? null,
    quota_limit: plan.quota.limit,
    quota_offset: plan.quota.offset,
    quota_period: plan.quota.period,
    throttle_rate_limit: plan.throttle.rateLimit,
    throttle_burst_limit: plan.throttle.burstLimit,
    method_throttles: stage ? sortedJson(stage.methodThrottles) : null,
    product_code: plan.productCode,
    tags: sortedJson(plan.tags),
  };
}
