import { ComputedColumn } from './view';
import { PARTITIONS } from '../../storage/partitions';

/**
 * A folder is named after the arrival of its oldest row: a request can be a day older than its folder, and an hour's folder
 * holds some of the next hour's rows.
 */
const OLDER_HOURS = 24;
const YOUNGER_HOURS = 24 + 1;

const [YEAR, MONTH, DAY] = PARTITIONS.map(({ key }) => key);
/** TRY_CAST: projected partitions include dates that do not exist, and a failing CAST would keep the planner from pruning. */
const FOLDER_DAY = `TRY_CAST(${YEAR} || '-' || ${MONTH} || '-' || ${DAY} || ' 00:00:00' AS timestamp(3))`;

/** The partition columns behind the bounds. A window that is not partitioned by them would make a query read all files. */
export const BOUNDED_BY = [YEAR, MONTH, DAY] as const;

/** The columns by which a reader limits which folders a statement lists. */
export const PARTITION_BOUNDS: readonly ComputedColumn[] = [
  ...PARTITIONS.slice(0, BOUNDED_BY.length).map(({ key, comment }) => ({ name: key, kind: 'text' as const, comment, sql: key })),
  {
    name: 'partition_from',
    kind: 'timestamp',
    comment: 'No row of this folder was requested earlier: filter partition_from <= the end of your period.',
    sql: `${FOLDER_DAY} - INTERVAL '${OLDER_HOURS}' HOUR`,
  },
  {
    name: 'partition_to',
    kind: 'timestamp',
    comment: 'No row of this folder was requested later: filter partition_to >= the start of your period.',
    sql: `${FOLDER_DAY} + INTERVAL '${YOUNGER_HOURS}' HOUR`,
  },
];

/**
 * Limits a statement to the folders that can hold rows requested between two instants. The plain predicates on year and month
 * make planning faster, because the engine applies them before it computes the bounds.
 */
export function withinPartitions(from: string, to: string): string {
  const [oldest, youngest] = [`${from} - INTERVAL '${YOUNGER_HOURS}' HOUR`, `${to} + INTERVAL '${OLDER_HOURS}' HOUR`];
  const monthOr = (instant: string, other: string) => `if(year(${oldest}) = year(${youngest}), date_format(${instant}, '%m'), '${other}')`;
  return [
    `${YEAR} BETWEEN date_format(${oldest}, '%Y') AND date_format(${youngest}, '%Y')`,
    `${MONTH} BETWEEN ${monthOr(oldest, '01')} AND ${monthOr(youngest, '12')}`,
    `partition_to >= ${from}`,
    `partition_from <= ${to}`,
  ].join('\n  AND ');
}
