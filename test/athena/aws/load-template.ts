import { existsSync, readdirSync } from 'fs';
import { join } from 'path';
import { AwsServer } from './aws-server';
import { Table, TableInput } from './glue-catalog';
import { App } from '../../../preview/template/app';
import { HOUR } from '../../../preview/traffic/traffic-options';

/** Makes the databases, tables and views of templates, as CloudFormation would, over the buckets in a folder. */
export function loadTemplates(aws: AwsServer, app: App, s3: string): void {
  for (const bucket of readdirSync(s3)) aws.buckets.set(bucket, join(s3, bucket));
  for (const database of app.resources('AWS::Glue::Database')) aws.catalog.putDatabase(database.physicalId);
  for (const resource of app.resources('AWS::Glue::Table')) {
    const database = String(resource.property('DatabaseName'));
    aws.catalog.putTable(database, { ...resource.property<TableInput>('TableInput')!, Name: resource.physicalId });
  }
}

/** Registers each folder of files as a partition, as a crawler would; none where partitions are computed. */
export function registerFolders(aws: AwsServer): void {
  for (const table of registeredTables(aws)) {
    const keys = table.PartitionKeys!.map(({ Name }) => `${Name}=`);
    const [, bucket, prefix] = /^s3:\/\/([^/]+)\/(.*)$/.exec(table.StorageDescriptor!.Location!)!;
    for (const folder of foldersIn(join(aws.buckets.get(bucket)!, prefix), keys.length)) {
      const parts = folder.split('/');
      if (parts.every((part, index) => part.startsWith(keys[index]))) {
        aws.catalog.putPartition(table.DatabaseName, table.Name, parts.map((part, index) => part.slice(keys[index].length)));
      }
    }
  }
}

/** Registers the partition of every hour between two instants, whether it has files or not. */
export function registerHours(aws: AwsServer, from: Date, to: Date): void {
  for (const { DatabaseName, Name } of registeredTables(aws)) {
    for (let hour = from.getTime(); hour <= to.getTime(); hour += HOUR) {
      aws.catalog.putPartition(DatabaseName, Name, new Date(hour).toISOString().split(/\D/).slice(0, 4));
    }
  }
}

function registeredTables(aws: AwsServer): Table[] {
  return aws.catalog.databaseNames.flatMap((name) => aws.catalog.tables(name)).filter(isRegistered);
}

/** Whether queries find the partitions that are registered, and no others. */
function isRegistered({ PartitionKeys = [], Parameters = {} }: Table): boolean {
  return PartitionKeys.length > 0 && Parameters['projection.enabled'] !== 'true';
}

function foldersIn(root: string, depth: number): string[] {
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(root, '/').length))
    .filter((folder) => folder.split('/').length === depth);
}
