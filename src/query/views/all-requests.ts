import { DERIVED_COLUMNS } from './derived-columns';
import { BOUNDED_BY, PARTITION_BOUNDS } from './partition-bounds';
import { computable, ComputedColumn, declared, selectList, View, ViewSources } from './view';
import { API_KEYS_TABLE } from '../../directory/tables/api-keys-table';
import { APIS_TABLE } from '../../directory/tables/apis-table';
import { USAGE_PLANS_TABLE } from '../../directory/tables/usage-plans-table';
import { PARTITIONS } from '../../storage/partitions';

/** Names that are missing because they were unknown at delivery, by the directory table that has them now. */
const HEALED: Readonly<Record<string, string>> = {
  api_name: 'api',
  api_key_name: 'api_key',
  customer_id: 'api_key',
  customer_name: 'api_key',
  internal_key: 'api_key',
  usage_plan_id: 'plan',
  usage_plan_name: 'plan',
};

/** The column that numbers the copies of a request. */
export const COPY_NUMBER_COLUMN = 'copy_number';

/**
 * Firehose delivers at least once. A copy is recognised by the id that callers cannot choose, among the rows of one day of
 * arrival: a window over the id alone would keep a filter from reaching the files. A row without an id has no copies.
 */
const COPY_NUMBER = `CASE WHEN extended_request_id IS NULL THEN 1 ELSE row_number() OVER (
      PARTITION BY extended_request_id, ${BOUNDED_BY.join(', ')} ORDER BY hour, customer_id NULLS LAST) END`;

export function allRequests({ columns, requestTables }: ViewSources): View {
  const stored = [...columns.map(({ name }) => name), ...PARTITIONS.map(({ key }) => key)].join(', ');
  const logged = columns.map<ComputedColumn>(({ name, kind, comment }) =>
    ({ name, kind, comment, sql: name in HEALED ? `coalesce(request.${name}, ${HEALED[name]}.${name})` : `request.${name}` }));
  const derived = [...computable(DERIVED_COLUMNS, columns), ...PARTITION_BOUNDS];
  return {
    name: 'all_requests',
    comment: 'One row for each request, including those with internal API keys. Filter partition_from and partition_to beside requested_at.',
    columns: declared([...logged, ...derived]),
    sql: `SELECT
${selectList([...logged, ...derived])}
FROM (
  SELECT *, ${COPY_NUMBER} AS ${COPY_NUMBER_COLUMN}
  FROM (
${requestTables.map((table) => `    SELECT ${stored} FROM "${table}"`).join('\n    UNION ALL\n')}
  ) AS delivered
) AS request
LEFT JOIN (
  SELECT api_id, max(api_name) AS api_name
  FROM "${APIS_TABLE.name}" GROUP BY api_id
) AS api ON api.api_id = request.api_id
LEFT JOIN (
  SELECT api_key_id, max(api_key_name) AS api_key_name, max(customer_id) AS customer_id, max(customer_name) AS customer_name,
    bool_or(internal_key) AS internal_key
  FROM "${API_KEYS_TABLE.name}" GROUP BY api_key_id
) AS api_key ON api_key.api_key_id = request.api_key_id
LEFT JOIN (
  SELECT api_key_id, opened.api_id AS api_id, stage, min(opened.usage_plan_id) AS usage_plan_id,
    min_by(opened.usage_plan_name, opened.usage_plan_id) AS usage_plan_name
  FROM "${USAGE_PLANS_TABLE.name}" AS opened
  JOIN "${API_KEYS_TABLE.name}" AS member ON member.usage_plan_id = opened.usage_plan_id
  GROUP BY api_key_id, opened.api_id, stage
) AS plan ON plan.api_key_id = request.api_key_id AND plan.api_id = request.api_id AND plan.stage = request.stage
WHERE ${COPY_NUMBER_COLUMN} = 1`,
  };
}
