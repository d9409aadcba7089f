import { ApiRequest, ApiResponse } from './http';
import { CatalogTable, partitionName, RegisteredPartition, TableCatalog } from '../catalog/table-catalog';

interface Input {
  readonly DatabaseName: string;
  /** The table, in GetTable. */
  readonly Name?: string;
  readonly TableName?: string;
  readonly Expression?: string;
  readonly ExcludeColumnSchema?: boolean;
  readonly MaxResults?: number;
  readonly NextToken?: string;
  readonly PartitionInputList?: readonly RegisteredPartition[];
  readonly Entries?: readonly { readonly PartitionValueList: readonly string[]; readonly PartitionInput: RegisteredPartition }[];
  readonly PartitionsToDelete?: readonly { readonly Values: readonly string[] }[];
}

/** A refusal of the service. */
class Refusal extends Error {
  constructor(readonly type: string, message: string) {
    super(message);
  }
}

type Operation = (table: CatalogTable, input: Input) => object;

const DEFAULT_PAGE = 100;
const MAX_BATCH = 100;
const MAX_DELETED = 25;

const OPERATIONS: Readonly<Record<string, Operation>> = {
  GetTable: ({ table }) => ({ Table: { ...table.input, Name: table.name, DatabaseName: table.database } }),
  GetPartitions: getPartitions,
  BatchCreatePartition: ({ table, partitions }, { PartitionInputList = [] }) => batch(PartitionInputList, MAX_BATCH, (partition) => {
    const { Values } = partition;
    if (Values.length !== table.partitionKeys.length) return { PartitionValues: Values, ...refused('InvalidInputException', 'The number of partition keys do not match the number of partition values') };
    if (partitions.has(partitionName(Values))) return { PartitionValues: Values, ...refused('AlreadyExistsException', 'Partition already exists.') };
    partitions.set(partitionName(Values), partition);
    return undefined;
  }),
  BatchUpdatePartition: ({ partitions }, { Entries = [] }) => batch(Entries, MAX_BATCH, ({ PartitionValueList, PartitionInput }) => {
    if (!partitions.has(partitionName(PartitionValueList))) return { PartitionValueList, ...refused('EntityNotFoundException', 'Partition not found.') };
    partitions.set(partitionName(PartitionValueList), PartitionInput);
    return undefined;
  }),
  BatchDeletePartition: ({ partitions }, { PartitionsToDelete = [] }) => batch(PartitionsToDelete, MAX_DELETED, ({ Values }) => {
    if (partitions.delete(partitionName(Values))) return undefined;
    return { PartitionValues: Values, ...refused('EntityNotFoundException', 'Partition not found.') };
  }),
};

/** The operations of AWS Glue that the function which registers partitions uses. */
export function answerGlue(catalog: TableCatalog, { headers, body }: ApiRequest): ApiResponse {
  try {
    const name = (headers['x-amz-target'] ?? '').replace('AWSGlue.', '');
    if (!Object.hasOwn(OPERATIONS, name)) throw new Refusal('InvalidInputException', `The preview does not answer ${name}.`);
    const input = JSON.parse(body.toString('utf8')) as Input;
    const tableName = input.TableName ?? input.Name ?? '';
    const table = catalog.find(input.DatabaseName, tableName);
    if (!table) throw new Refusal('EntityNotFoundException', `Entity Not Found: table ${input.DatabaseName}.${tableName}`);
    return json(200, OPERATIONS[name](table, input));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return json(400, { __type: error.type, Message: error.message });
  }
}

function getPartitions({ table, partitions }: CatalogTable, { Expression, ExcludeColumnSchema, MaxResults = DEFAULT_PAGE, NextToken = '0' }: Input): object {
  const found = [...partitions.values()].filter(({ Values }) => Expression === undefined || matches(Expression, table.partitionKeys, Values));
  const start = Number(NextToken);
  const page = found.slice(start, start + MaxResults).map((partition) => (ExcludeColumnSchema ? withoutColumns(partition) : partition));
  return { Partitions: page, ...start + MaxResults < found.length && { NextToken: String(start + MaxResults) } };
}

function withoutColumns({ StorageDescriptor, ...partition }: RegisteredPartition): RegisteredPartition {
  const { Columns: _columns, ...descriptor } = StorageDescriptor ?? {};
  return { ...partition, StorageDescriptor: descriptor };
}

/** Of the conditions that AWS Glue takes, those of the form `key = 'value' AND …`. */
function matches(expression: string, keys: readonly string[], values: readonly string[]): boolean {
  return expression.split(' AND ').every((term) => {
    const [, key, value] = /^(\w+) = '([^']*)'$/.exec(term) ?? [];
    if (!keys.includes(key)) throw new Refusal('InvalidInputException', `The preview does not evaluate the expression ${term}.`);
    return values[keys.indexOf(key)] === value;
  });
}

/** What the service says of the items that it did not take; the batch itself succeeds. */
function batch<T>(items: readonly T[], limit: number, apply: (item: T) => object | undefined): object {
  if (items.length > limit) throw new Refusal('ValidationException', `Member must have length less than or equal to ${limit}`);
  return { Errors: items.flatMap((item) => apply(item) ?? []) };
}

function refused(ErrorCode: string, ErrorMessage: string) {
  return { ErrorDetail: { ErrorCode, ErrorMessage } };
}

function json(status: number, answer: object): ApiResponse {
  return { status, headers: { 'content-type': 'application/x-amz-json-1.1' }, body: Buffer.from(JSON.stringify(answer)) };
}
