import { asFolder, Descriptor, isBelow, readsAlike } from './descriptor';
import { hasExpired } from './expiry';
import { PARTITION_MS, partitionFolder, partitionValues } from '../../storage/partitions';

/** How many hours are registered beyond the current one. */
const HOURS_AHEAD = 48;

/** How long after a change of the table its deployment may still be rolled back. */
const ROLLBACK_MS = 3_600_000;

export interface Partition {
  readonly values: readonly string[];
  readonly location: string;
  /** Known for partitions of the days of the coming hours. */
  readonly descriptor?: Descriptor;
}

export interface TableState {
  readonly descriptor: Descriptor;
  readonly partitions: readonly Partition[];
}

/** What is in the catalog when a run begins. */
export interface Situation {
  readonly now: number;
  readonly current: TableState & { /** When the table changed. */ readonly changed: number };
  /** The table of the previous format, if one is declared. */
  readonly previous?: TableState;
  /** Partitions of tables of another format that the deployment, or its rollback, is about to delete. */
  readonly leftBehind: readonly Partition[];
  /** How many days the files are kept; 0 if they do not expire. */
  readonly expireAfterDays: number;
}

/** What a run changes in one table. */
export interface TableChanges {
  readonly create: readonly Partition[];
  readonly update: readonly Partition[];
  readonly remove: readonly Partition[];
}

export interface Plan {
  readonly current: TableChanges;
  readonly previous: TableChanges;
}

/**
 * The changes after which the current table has its coming hours, and no partition of another folder. A partition must be
 * created in the previous table before it is updated or removed in the current one.
 */
export function planRun({ now, current, previous, leftBehind, expireAfterDays }: Situation): Plan {
  const location = asFolder(current.descriptor.Location);
  const isElsewhere = (partition: Partition) => !isBelow(partition.location, location);
  const isOfPrevious = ({ location: own }: Partition) => previous !== undefined && isBelow(own, previous.descriptor.Location);
  const moves = (partition: Partition) => isElsewhere(partition) && isOfPrevious(partition);
  const isExpired = ({ values }: Partition) => hasExpired(values, now, expireAfterDays);
  // A partition that no table takes is gone from the catalog, so it stays while the deployment may still be rolled back.
  const isUnused = (partition: Partition) => isElsewhere(partition) && now - current.changed >= ROLLBACK_MS;

  const coming = byKey(comingPartitions(now, location));
  const wanted = new Map([...byKey(leftBehind.filter((partition) => !isElsewhere(partition) && !isExpired(partition))), ...coming]);
  const registered = byKey(current.partitions);
  const isOutdated = (partition: Partition, target: Partition) =>
    coming.has(keyOf(partition)) ? !readsAlike(partition.descriptor, { ...current.descriptor, Location: target.location }) : isElsewhere(partition);
  const updated = (partition: Partition) => {
    const target = wanted.get(keyOf(partition));
    return target && isOutdated(partition, target) ? [target] : [];
  };
  const leaves = (partition: Partition) =>
    !wanted.has(keyOf(partition)) && (isExpired(partition) || moves(partition) || isUnused(partition));

  return {
    previous: {
      create: current.partitions.filter((partition) => moves(partition) && !isExpired(partition)),
      update: [],
      remove: previous?.partitions.filter(isExpired) ?? [],
    },
    current: {
      create: [...wanted.values()].filter((partition) => !registered.has(keyOf(partition))),
      update: current.partitions.flatMap(updated),
      remove: current.partitions.filter(leaves),
    },
  };
}

/** The partitions of the current hour and of the coming ones. */
export function comingPartitions(now: number, tableLocation: string): Partition[] {
  return Array.from({ length: 1 + HOURS_AHEAD }, (_, hours) => {
    const values = partitionValues(now + hours * PARTITION_MS);
    return { values, location: tableLocation + partitionFolder(values) };
  });
}

/** Partitions by their values, which tell them apart. */
export function byKey(partitions: readonly Partition[]): Map<string, Partition> {
  return new Map(partitions.map((partition) => [keyOf(partition), partition]));
}

function keyOf({ values }: Partition): string {
  return values.join('/');
}
