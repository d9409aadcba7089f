import { ColumnName } from '../../../src/schema/columns';
import { PARTITIONS } from '../../../src/storage/partitions';

/** The columns that `monthToDate` reads for itself. */
export const MONTH_TO_DATE_READS = [
  'extended_request_id', 'requested_at', 'enrichment_status', 'usage_plan_id', 'usage_plan_name', 'customer_id', 'customer_name', 'internal_key',
] as const satisfies readonly ColumnName[];

/** What stands in for a name that a request does not have, by its enrichment status. */
export const STAND_INS = [
  { status: 'no_key', name: '(no API key)', meaning: 'the method asks for none, or the caller sent none that API Gateway knows' },
  { status: 'unknown_key', name: '(unknown API key)', meaning: 'the key is not in the directory: deleted since, or younger than the last reading' },
  { status: 'no_plan', name: '(no usage plan)', meaning: 'the key is in no usage plan that opens the stage' },
  { status: 'no_directory', name: '(directory not read)', meaning: 'it came before the directory was read first' },
  { status: 'bad_directory', name: '(directory unreadable)', meaning: 'what was read of the directory was no whole one' },
] as const;

const STAND_IN = `CASE enrichment_status ${STAND_INS.map(({ status, name }) => `WHEN '${status}' THEN '${name}'`).join(' ')} END`;

/**
 * The requests of the newest month, each once, as `month_to_date`; what follows selects from it.
 *
 * - The month ends at the newest request, not at the clock: yesterday's answer can be had again from yesterday's files.
 *   To find the newest, one column of every file is read (of JSON, the file).
 * - Files are kept by arrival, so the month's requests lie in the partitions of its months with slack: Firehose names a
 *   file after its oldest record (an hour before), and a request may arrive late (a day after). Year and month are
 *   joined, as a filter on `requested_at` alone would read every file: Athena prunes by what the join finds
 *   (measured on Trino 476: of three months of files, two are read).
 * - Firehose delivers at least once. The copies of a request are counted once by the id that no caller can choose. They are
 *   sought among the rows already filtered, and not in a view below the filter, which would block pruning; so no copy in
 *   another partition survives. A row without an id is nobody's copy.
 * - Requests with the owner's own keys are left out; one whose key is not known may be a customer's.
 * - A plan or customer that was renamed has its newest name (of two at one moment, the first in the alphabet, so that the
 *   answer is always the same); its id tells it from others of the same name.
 */
export function monthToDate(table: string, columns: readonly ColumnName[]): string {
  const more = columns.map((column) => `, ${column}`).join('');
  const quotedTable = `"${table.replace(/"/g, '""')}"`;
  return `WITH newest AS (
  SELECT max(requested_at) AS newest_at FROM ${quotedTable}
),
arrival AS (
  SELECT DISTINCT date_trunc('month', newest_at) AS month_start,
    substr(CAST(moment AS varchar), 1, 4) AS arrival_year, substr(CAST(moment AS varchar), 6, 2) AS arrival_month
  FROM newest
  CROSS JOIN UNNEST(ARRAY[date_trunc('month', newest_at) - INTERVAL '1' HOUR, newest_at, newest_at + INTERVAL '1' DAY]) AS moments (moment)
),
delivery AS (
  SELECT extended_request_id, requested_at${more},
    coalesce(usage_plan_id, enrichment_status) AS usage_plan_id,
    coalesce(usage_plan_name, ${STAND_IN}) AS usage_plan_name,
    coalesce(customer_id, enrichment_status) AS customer_id,
    coalesce(customer_name, ${STAND_IN}) AS customer_name,
    row_number() OVER (PARTITION BY extended_request_id ORDER BY ${PARTITIONS.map(({ key }) => key).join(', ')}) AS delivery_number
  FROM ${quotedTable}
  JOIN arrival ON year = arrival_year AND month = arrival_month AND requested_at >= month_start
  WHERE internal_key IS DISTINCT FROM true
),
month_to_date AS (
  SELECT usage_plan_id, customer_id${more},
    first_value(usage_plan_name) OVER (PARTITION BY usage_plan_id ORDER BY requested_at DESC, usage_plan_name) AS usage_plan_name,
    first_value(customer_name) OVER (PARTITION BY customer_id ORDER BY requested_at DESC, customer_name) AS customer_name
  FROM delivery
  WHERE delivery_number = 1 OR extended_request_id IS NULL
)`;
}
