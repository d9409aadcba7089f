import { BatchCreatePartitionCommand, GetPartitionsCommand, GlueClient, Partition, StorageDescriptor } from '@aws-sdk/client-glue';
import { REGISTRATION_ENVIRONMENT, RegistrationEnvironment } from '../../../src/catalog/registration/environment';
import { FORMATS, NDJSON } from '../../../src/storage/formats';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

export const [JSON_FILES, PARQUET_FILES] = [NDJSON, FORMATS.parquet.files];
export const [JSON_FOLDER, PARQUET_FOLDER] = ['s3://usage/logs/', 's3://usage/logs-parquet/'];

/** A table of requests as a test declares it. */
export interface DeclaredTable {
  readonly name: string;
  readonly location: string;
  readonly files: typeof NDJSON;
  readonly columns: readonly string[];
}

export const JSON_TABLE: DeclaredTable = { name: 'logs', location: JSON_FOLDER, files: JSON_FILES, columns: ['id', 'status'] };
export const PARQUET_TABLE: DeclaredTable = { ...JSON_TABLE, location: PARQUET_FOLDER, files: PARQUET_FILES };

/** A database of AWS Glue, wherever it is. */
export interface TestDatabase {
  readonly name: string;
  /** How an SDK finds it. */
  readonly environment: Readonly<Record<string, string>>;
  /** The locations of its tables, by their names. */
  readonly locations: ReadonlyMap<string, string>;
  /** Creates a table, or changes it. */
  declare(table: DeclaredTable): Promise<void>;
}

/** The properties of a table as CloudFormation gives them to AWS Glue. */
export function tableInput({ name, location, files, columns }: DeclaredTable) {
  return {
    Name: name,
    PartitionKeys: ['year', 'month', 'day', 'hour'].map((key) => ({ Name: key, Type: 'string' })),
    StorageDescriptor: {
      Columns: columns.map((column) => ({ Name: column, Type: 'string' })),
      Location: location,
      InputFormat: files.inputFormat,
      OutputFormat: files.outputFormat,
      SerdeInfo: { SerializationLibrary: files.serde, Parameters: files.serdeParameters },
    },
  };
}

/** The folder of an hour below a location, as Firehose writes it. */
export function folderOf(time: number, location: string): string {
  const [year, month, day, hour] = new Date(time).toISOString().split(/\D/);
  return `${location}year=${year}/month=${month}/day=${day}/hour=${hour}/`;
}

/** The folders of hours, from one to another. */
export function foldersOf(from: number, hours: number, location: string): string[] {
  return Array.from({ length: hours }, (_, index) => folderOf(from + index * HOUR, location));
}

/** The environment of the function. */
export function functionEnvironment(database: TestDatabase, changes: Partial<RegistrationEnvironment> = {}): Record<string, string> {
  const { tableName = 'logs' } = changes;
  const environment: RegistrationEnvironment = {
    deliveryStreamName: 'amazon-apigateway-sample',
    databaseName: database.name,
    tableName,
    location: database.locations.get(tableName) ?? '',
    previousTableName: '',
    expireAfterDays: 0,
    ...changes,
  };
  return { ...database.environment, ...REGISTRATION_ENVIRONMENT.toEnvironment(environment) };
}

/** Looks at partitions, and registers them as a crawler or an earlier deployment did. */
export class Partitions {
  private readonly glue: GlueClient;

  constructor(private readonly database: TestDatabase) {
    const { AWS_ENDPOINT_URL: endpoint, AWS_REGION: region } = database.environment;
    this.glue = new GlueClient({ endpoint, region, credentials: { accessKeyId: 'test', secretAccessKey: 'test' } });
  }

  public async of(table: string): Promise<Partition[]> {
    const found: Partition[] = [];
    let token: string | undefined;
    do {
      const { Partitions: page = [], NextToken } = await this.glue.send(new GetPartitionsCommand({
        DatabaseName: this.database.name, TableName: table, NextToken: token,
      }));
      found.push(...page);
      token = NextToken;
    } while (token);
    return found;
  }

  /** The locations of the partitions of a table, in order. */
  public async locations(table: string): Promise<string[]> {
    return (await this.of(table)).map(({ StorageDescriptor: descriptor }) => descriptor!.Location!).sort();
  }

  /** The descriptor of the partition of an hour. */
  public async descriptor(table: string, time: number): Promise<StorageDescriptor> {
    const found = (await this.of(table)).filter(({ Values = [] }) => Values.join('/') === valuesOf(time).join('/'));
    expect(found).toHaveLength(1);
    return found[0].StorageDescriptor!;
  }

  public async register(table: DeclaredTable, times: readonly number[]): Promise<void> {
    const descriptor = tableInput(table).StorageDescriptor;
    for (let start = 0; start < times.length; start += 100) {
      const { Errors = [] } = await this.glue.send(new BatchCreatePartitionCommand({
        DatabaseName: this.database.name,
        TableName: table.name,
        PartitionInputList: times.slice(start, start + 100).map((time) => (
          { Values: valuesOf(time), StorageDescriptor: { ...descriptor, Location: folderOf(time, table.location) } })),
      }));
      expect(Errors).toEqual([]);
    }
  }
}

function valuesOf(time: number): string[] {
  return new Date(time).toISOString().split(/\D/).slice(0, 4);
}
