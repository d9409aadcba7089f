import { daysAgo, NOW } from './clock';
import { PARTITION_BOUNDS, withinPartitions } from './partition-bounds';
import { ComputedColumn, declared, selectList, View, ViewSources } from './view';
import { PARTITIONS } from '../../storage/partitions';

/** How many days of arrival the view has. */
export const HEALTH_DAYS = 35;

const SINCE = daysAgo(HEALTH_DAYS);

const ENRICHMENT_STATUSES = ['enriched', 'no_key', 'unknown_key', 'no_plan', 'no_directory', 'bad_directory'];
const PARSE_STATUSES = ['strict', 'tolerant', 'ambiguous'];

function rowsWith(column: string, value: string): ComputedColumn {
  return { name: value, kind: 'integer', comment: `Rows whose ${column} is ${value}.`, sql: `count(*) FILTER (WHERE ${column} = '${value}')` };
}

const ARRIVAL_DAY = 'date_trunc(\'day\', partition_from) + INTERVAL \'1\' DAY';

/** How fresh and complete the rows of each day of arrival are. */
export function dataHealth({ requestTables, bufferingSeconds }: ViewSources): View {
  const columns: readonly ComputedColumn[] = [
    { name: 'arrival_day', kind: 'timestamp', comment: 'Day on which the rows arrived: midnight, UTC.', sql: ARRIVAL_DAY },
    { name: 'delivered', kind: 'integer', comment: 'Rows, copies included.', sql: 'count(*)' },
    {
      name: 'duplicates_removed',
      kind: 'integer',
      comment: 'Copies of requests that the views leave out, because Firehose delivers at least once.',
      sql: 'count(extended_request_id) - count(DISTINCT extended_request_id)',
    },
    ...ENRICHMENT_STATUSES.map((value) => rowsWith('enrichment_status', value)),
    ...PARSE_STATUSES.map((value) => rowsWith('parse_status', value)),
    { name: 'newest_request_at', kind: 'timestamp', comment: 'When the newest of the requests was received, UTC.', sql: 'max(requested_at)' },
    {
      name: 'complete_until',
      kind: 'timestamp',
      comment: 'Requests up to this instant (UTC) have been delivered: the newest request of all days, less the time that Firehose buffers rows.',
      sql: `max(max(requested_at)) OVER () - INTERVAL '${bufferingSeconds}' SECOND`,
    },
    {
      name: 'lag_seconds',
      kind: 'integer',
      comment: 'Seconds from that instant to the clock. An API without requests looks late.',
      sql: `date_diff('second', max(max(requested_at)) OVER () - INTERVAL '${bufferingSeconds}' SECOND, ${NOW})`,
    },
  ];
  const stored = ['extended_request_id', 'requested_at', 'enrichment_status', 'parse_status', ...PARTITIONS.map(({ key }) => key)].join(', ');
  return {
    name: 'data_health',
    comment: `The rows of the last ${HEALTH_DAYS} days by day of arrival. It cannot see requests that API Gateway did not log, records in the errors folder, or rows on their way.`,
    columns: declared(columns),
    sql: `SELECT
${selectList(columns)}
FROM (
  SELECT extended_request_id, requested_at, enrichment_status, parse_status,
${selectList(PARTITION_BOUNDS)}
  FROM (
${requestTables.map((table) => `    SELECT ${stored} FROM "${table}"`).join('\n    UNION ALL\n')}
  ) AS delivered
) AS bounded
WHERE ${withinPartitions(SINCE, NOW)}
GROUP BY 1`,
  };
}
