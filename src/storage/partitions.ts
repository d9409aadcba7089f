/**
 * A level of the folders of requests. The prefix of Firehose, the partition keys of the Glue table and the projection are
 * derived from these. Partitions follow the time of arrival, in UTC.
 *
 * The patterns are those of Java's DateTimeFormatter. `YYYY` would be the week-based year, which is wrong in the last days
 * of December.
 * @see https://docs.aws.amazon.com/firehose/latest/dev/s3-prefixes.html
 */
interface Partition {
  readonly key: string;
  readonly pattern: 'yyyy' | 'MM' | 'dd' | 'HH';
  readonly comment: string;
  /** The possible values. The owner chooses those of the year. */
  readonly range?: readonly [first: number, last: number];
}

export const PARTITIONS: readonly Partition[] = [
  { key: 'year', pattern: 'yyyy', comment: 'Year of arrival, UTC, four digits.' },
  { key: 'month', pattern: 'MM', comment: 'Month of arrival, UTC, two digits.', range: [1, 12] },
  { key: 'day', pattern: 'dd', comment: 'Day of arrival, UTC, two digits.', range: [1, 31] },
  { key: 'hour', pattern: 'HH', comment: 'Hour of arrival, UTC, two digits.', range: [0, 23] },
];

/** How long files arrive for one partition, in milliseconds: the last key is the hour. */
export const PARTITION_MS = 3_600_000;

/** A time as ISO 8601 has it, to the hour. */
const ISO_HOUR = 'yyyy-MM-ddTHH';

/** The part of a Firehose prefix that says when a file arrived. */
export function partitionPrefix(): string {
  return partitionFolder(PARTITIONS.map(({ pattern }) => `!{timestamp:${pattern}}`));
}

/** The folder of the partition with these values, below the location of the table. */
export function partitionFolder(values: readonly string[]): string {
  return PARTITIONS.map(({ key }, index) => `${key}=${values[index]}/`).join('');
}

/** The values of the partition of files that arrive at a time. */
export function partitionValues(time: number): string[] {
  const iso = new Date(time).toISOString();
  return PARTITIONS.map(({ pattern }) => iso.substr(ISO_HOUR.indexOf(pattern), pattern.length));
}

/** The time at which files begin to arrive for a partition; NaN if its values are no hour. */
export function partitionStart(values: readonly string[]): number {
  const iso = PARTITIONS.reduce((text, { pattern }, index) => text.replace(pattern, () => String(values[index])), ISO_HOUR);
  return Date.parse(`${iso}:00:00Z`);
}

/** Partition columns are strings, because every engine can prune by strings. */
export function partitionKeys(): { name: string; type: string; comment: string }[] {
  return PARTITIONS.map(({ key, comment }) => ({ name: key, type: 'string', comment }));
}

/**
 * Table parameters with which Athena and Trino compute the partitions. Without `digits` they would look for `month=1` and
 * silently find no row.
 * @see https://docs.aws.amazon.com/athena/latest/ug/partition-projection-supported-types.html
 */
export function projectionParameters(firstYear: number, lastYear: number): Record<string, string> {
  const parameters = PARTITIONS.flatMap(({ key, pattern, range }) => [
    [`projection.${key}.type`, 'integer'],
    [`projection.${key}.range`, (range ?? [firstYear, lastYear]).join(',')],
    [`projection.${key}.digits`, String(pattern.length)],
  ]);
  return { 'projection.enabled': 'true', ...Object.fromEntries(parameters) as Record<string, string> };
}
