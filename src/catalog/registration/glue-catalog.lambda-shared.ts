import {
  BatchCreatePartitionCommand, BatchDeletePartitionCommand, BatchUpdatePartitionCommand, ErrorDetail, GetPartitionsCommand, GetTableCommand,
  GlueClient, StorageDescriptor,
} from '@aws-sdk/client-glue';
import { asFolder } from './descriptor';
import { Partition } from './plan';
import { BACKGROUND, clientSettings } from '../../functions/client-settings';
import { RetryPolicy } from '../../functions/retry-policy';
import { isNotFound } from '../../functions/service-error';
import { PARTITIONS, partitionFolder } from '../../storage/partitions';

const MAX_CREATED = 100;
const MAX_DELETED = 25;
const PAGE = 1_000;

export interface Table {
  readonly name: string;
  readonly descriptor: StorageDescriptor;
  readonly changed: number;
}

/** It tries a call once: how long a call is worth another try is decided by the retry policy. */
export function connect(): GlueClient {
  return new GlueClient(clientSettings({ attempts: 1, ...BACKGROUND }));
}

/** The tables and partitions of one database. */
export class GlueCatalog {
  constructor(private readonly glue: GlueClient, private readonly database: string, private readonly retryPolicy: RetryPolicy) {}

  /** A table; undefined if there is none of this name. */
  public async findTable(name: string): Promise<Table | undefined> {
    try {
      const { Table: table } = await this.retryPolicy.call((abortSignal) =>
        this.glue.send(new GetTableCommand({ DatabaseName: this.database, Name: name }), { abortSignal }));
      return table && { name, descriptor: table.StorageDescriptor ?? {}, changed: (table.UpdateTime ?? table.CreateTime)?.getTime() ?? 0 };
    } catch (error) {
      if (isNotFound(error)) return undefined;
      throw error;
    }
  }

  /** The partitions of a table. With leading values: only partitions with these values, and with their columns. */
  public async partitions(table: Table, firstValues: readonly string[] = []): Promise<Partition[]> {
    const all = firstValues.length === 0;
    const partitions: Partition[] = [];
    let token: string | undefined;
    do {
      const { Partitions = [], NextToken } = await this.retryPolicy.call((abortSignal) => this.glue.send(new GetPartitionsCommand({
        DatabaseName: this.database,
        TableName: table.name,
        MaxResults: PAGE,
        NextToken: token,
        ...all ? { ExcludeColumnSchema: true } : { Expression: firstValues.map((value, index) => `${PARTITIONS[index].key} = '${value}'`).join(' AND ') },
      }), { abortSignal }));
      partitions.push(...Partitions.map(({ Values = [], StorageDescriptor: descriptor }) =>
        ({ values: Values, location: asFolder(descriptor?.Location), ...!all && { descriptor } })));
      token = NextToken;
    } while (token);
    return partitions;
  }

  /** Registers partitions as the table is declared. Partitions that are registered already stay as they are. */
  public async create(table: Table, partitions: readonly Partition[]): Promise<void> {
    for (const batch of batches(partitions, MAX_CREATED)) {
      const { Errors = [] } = await this.retryPolicy.call((abortSignal) => this.glue.send(new BatchCreatePartitionCommand({
        ...this.names(table), PartitionInputList: batch.map((partition) => inputOf(table, partition)),
      }), { abortSignal }));
      this.check(table, 'created', Errors.map(({ PartitionValues, ErrorDetail: error }) => [PartitionValues, error]), 'AlreadyExistsException');
    }
  }

  /** Brings partitions to what the table declares. */
  public async update(table: Table, partitions: readonly Partition[]): Promise<void> {
    for (const batch of batches(partitions, MAX_CREATED)) {
      const { Errors = [] } = await this.retryPolicy.call((abortSignal) => this.glue.send(new BatchUpdatePartitionCommand({
        ...this.names(table),
        Entries: batch.map((partition) => ({ PartitionValueList: [...partition.values], PartitionInput: inputOf(table, partition) })),
      }), { abortSignal }));
      this.check(table, 'updated', Errors.map(({ PartitionValueList, ErrorDetail: error }) => [PartitionValueList, error]));
    }
  }

  /** Removes partitions. Their files stay. */
  public async remove(table: Table, partitions: readonly Partition[]): Promise<void> {
    for (const batch of batches(partitions, MAX_DELETED)) {
      const { Errors = [] } = await this.retryPolicy.call((abortSignal) => this.glue.send(new BatchDeletePartitionCommand({
        ...this.names(table), PartitionsToDelete: batch.map(({ values }) => ({ Values: [...values] })),
      }), { abortSignal }));
      this.check(table, 'removed', Errors.map(({ PartitionValues, ErrorDetail: error }) => [PartitionValues, error]), 'EntityNotFoundException');
    }
  }

  private names({ name }: Table) {
    return { DatabaseName: this.database, TableName: name };
  }

  /** The response to a batch is a success even if some of its partitions failed. */
  private check({ name }: Table, done: string, refusals: readonly [string[] | undefined, ErrorDetail | undefined][], ...harmless: string[]): void {
    const failures = refusals.filter(([, error]) => !harmless.includes(error?.ErrorCode ?? ''));
    if (failures.length === 0) return;
    const [[values = [], error]] = failures;
    throw new Error(`${failures.length} partitions of ${this.database}.${name} could not be ${done}. The first is ${partitionFolder(values)}: `
      + `${error?.ErrorCode}: ${error?.ErrorMessage}`);
  }
}

function inputOf({ descriptor }: Table, { values, location }: Partition) {
  return { Values: [...values], StorageDescriptor: { ...descriptor, Location: location } };
}

function* batches<T>(items: readonly T[], size: number): Generator<T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
