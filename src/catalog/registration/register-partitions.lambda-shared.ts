import { asFolder } from './descriptor';
import { RegistrationEnvironment } from './environment';
import { GlueCatalog, Table } from './glue-catalog.lambda-shared';
import { byKey, comingPartitions, Partition, planRun } from './plan';
import { isDenied } from '../../functions/service-error';
import { previousTableNames } from '../previous-table-name';

export interface Run {
  readonly now: number;
  /** Whether CloudFormation is changing the stack. */
  readonly deployment: boolean;
}

/** Brings the partitions of the tables of requests to what the coming hours need. */
export async function registerPartitions(catalog: GlueCatalog, environment: RegistrationEnvironment, { now, deployment }: Run): Promise<void> {
  const { tableName, location, previousTableName, expireAfterDays } = environment;
  const current = await existing(catalog, tableName);
  // During a deployment that changes both, the table may be newer than the function, which then knows no previous format.
  if (asFolder(current.descriptor.Location) !== asFolder(location)) {
    throw new Error(`The table ${tableName} reads ${current.descriptor.Location}, but the stack declares ${location}. Deploy the stack again.`);
  }
  const previous = previousTableName === '' ? undefined : await existing(catalog, previousTableName);
  const { current: changes, previous: previousChanges } = planRun({
    now,
    current: { ...current, partitions: await withComingDescriptors(catalog, current, now) },
    previous: previous && { ...previous, partitions: expireAfterDays > 0 ? await catalog.partitions(previous) : [] },
    leftBehind: deployment ? await leftBehind(catalog, tableName, previousTableName) : [],
    expireAfterDays,
  });
  await catalog.create(current, changes.create);
  if (previous) await catalog.create(previous, previousChanges.create);
  await catalog.update(current, changes.update);
  await catalog.remove(current, changes.remove);
  if (previous) await catalog.remove(previous, previousChanges.remove);
}

async function existing(catalog: GlueCatalog, name: string): Promise<Table> {
  const table = await catalog.findTable(name);
  if (!table) throw new Error(`There is no table ${name}. Deploy the stack again.`);
  return table;
}

/** All partitions; those of the days of the coming hours with their descriptors, which are too large to be read for all. */
async function withComingDescriptors(catalog: GlueCatalog, table: Table, now: number): Promise<Partition[]> {
  const partitions = byKey(await catalog.partitions(table));
  const days = new Map(comingPartitions(now, '').map(({ values }) => [values.slice(0, -1).join('/'), values.slice(0, -1)]));
  for (const day of days.values()) {
    for (const [key, partition] of byKey(await catalog.partitions(table, day))) partitions.set(key, partition);
  }
  return [...partitions.values()];
}

/**
 * Partitions of tables of another format that the template does not declare. CloudFormation deletes such tables at the end of
 * the deployment, or of its rollback.
 */
async function leftBehind(catalog: GlueCatalog, tableName: string, previousTableName: string): Promise<Partition[]> {
  const partitions: Partition[] = [];
  for (const name of previousTableNames(tableName).filter((other) => other !== previousTableName)) {
    const table = await catalog.findTable(name).catch((error: unknown) => {
      // With Lake Formation, Glue may report a table as missing although access to it is denied.
      if (isDenied(error)) return undefined;
      throw error;
    });
    if (table) partitions.push(...await catalog.partitions(table));
  }
  return partitions;
}
