import { GlueCatalog } from './glue-catalog';
import { GlueError } from './glue-error';
import { partitionFilter } from './partition-filter';

/** What Trino asks AWS Glue, as far as the queries of this project need it. */
interface GlueRequest {
  readonly Name: string;
  readonly DatabaseName: string;
  readonly TableName: string;
  readonly PartitionValues: readonly string[];
  readonly PartitionsToGet: readonly { readonly Values: readonly string[] }[];
  readonly Expression?: string;
  readonly Segment?: { readonly SegmentNumber: number; readonly TotalSegments: number };
}

type Operation = (catalog: GlueCatalog, request: GlueRequest) => object;

const OPERATIONS: Readonly<Record<string, Operation>> = {
  GetDatabases: (catalog) => ({ DatabaseList: catalog.databaseNames.map((Name) => ({ Name })) }),
  GetDatabase: (catalog, { Name }) => {
    if (!catalog.databaseNames.includes(Name)) throw new GlueError('EntityNotFoundException', `Database ${Name} not found.`);
    return { Database: { Name } };
  },
  GetTables: (catalog, { DatabaseName }) => ({ TableList: catalog.tables(DatabaseName) }),
  GetTable: (catalog, { DatabaseName, Name }) => {
    const table = catalog.table(DatabaseName, Name);
    if (!table) throw new GlueError('EntityNotFoundException', `Table ${DatabaseName}.${Name} not found.`);
    return { Table: table };
  },
  GetPartitions: (catalog, { DatabaseName, TableName, Expression, Segment }) => {
    const keys = catalog.table(DatabaseName, TableName)!.PartitionKeys!.map(({ Name }) => Name);
    const holds = partitionFilter(Expression ?? '', keys);
    const found = catalog.partitions(DatabaseName, TableName).filter(({ Values }) => holds(Values));
    return { Partitions: Segment ? found.filter((_partition, index) => index % Segment.TotalSegments === Segment.SegmentNumber) : found };
  },
  GetPartition: (catalog, { DatabaseName, TableName, PartitionValues }) => {
    const partition = catalog.partition(DatabaseName, TableName, PartitionValues);
    if (!partition) throw new GlueError('EntityNotFoundException', `Partition ${PartitionValues.join('/')} not found.`);
    return { Partition: partition };
  },
  BatchGetPartition: (catalog, { DatabaseName, TableName, PartitionsToGet }) => ({
    Partitions: PartitionsToGet.flatMap(({ Values }) => catalog.partition(DatabaseName, TableName, Values) ?? []),
    UnprocessedKeys: [],
  }),
  GetUserDefinedFunctions: () => ({ UserDefinedFunctions: [] }),
  GetColumnStatisticsForTable: () => ({ ColumnStatisticsList: [], Errors: [] }),
  GetColumnStatisticsForPartition: () => ({ ColumnStatisticsList: [], Errors: [] }),
};

/** Answers an operation, named as in the header X-Amz-Target. */
export function answerGlue(catalog: GlueCatalog, operation: string, request: object): object {
  if (!Object.hasOwn(OPERATIONS, operation)) throw new GlueError('InvalidInputException', `This Glue does not answer ${operation}.`);
  return OPERATIONS[operation](catalog, request as GlueRequest);
}
