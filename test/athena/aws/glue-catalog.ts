/** Where and how the files of a table or of a partition lie, in the words of AWS Glue. */
export interface StorageDescriptor {
  readonly Location?: string;
  readonly Columns?: readonly GlueColumn[];
  readonly [property: string]: unknown;
}

export interface GlueColumn {
  readonly Name: string;
  readonly Type?: string;
}

/** What CloudFormation calls a TableInput. */
export interface TableInput {
  readonly Name: string;
  readonly TableType?: string;
  readonly StorageDescriptor?: StorageDescriptor;
  readonly PartitionKeys?: readonly GlueColumn[];
  readonly Parameters?: Readonly<Record<string, string>>;
  readonly ViewOriginalText?: string;
}

export interface Table extends TableInput {
  readonly DatabaseName: string;
}

export interface Partition {
  readonly DatabaseName: string;
  readonly TableName: string;
  readonly Values: readonly string[];
  readonly StorageDescriptor: StorageDescriptor;
  readonly Parameters: Readonly<Record<string, string>>;
}

/** The databases, tables and partitions of an account. */
export class GlueCatalog {
  private readonly databases = new Map<string, Map<string, { readonly table: Table; readonly partitions: Map<string, Partition> }>>();

  public get databaseNames(): string[] {
    return [...this.databases.keys()];
  }

  /** Makes a database, or empties it. */
  public putDatabase(name: string): void {
    this.databases.set(name, new Map());
  }

  public putTable(database: string, input: TableInput): void {
    this.databases.get(database)!.set(input.Name, { table: { ...input, DatabaseName: database }, partitions: new Map() });
  }

  public tables(database: string): Table[] {
    return [...this.databases.get(database)?.values() ?? []].map(({ table }) => table);
  }

  public table(database: string, name: string): Table | undefined {
    return this.databases.get(database)?.get(name)?.table;
  }

  /** Registers a partition where Hive would look for it: below the table's location, by names and values of the keys. */
  public putPartition(database: string, name: string, values: readonly string[]): void {
    const { table, partitions } = this.databases.get(database)!.get(name)!;
    const folders = table.PartitionKeys!.map((key, index) => `${key.Name}=${values[index]}/`);
    partitions.set(values.join('/'), {
      DatabaseName: database,
      TableName: name,
      Values: values,
      StorageDescriptor: { ...table.StorageDescriptor, Location: `${table.StorageDescriptor!.Location!.replace(/\/?$/, '/')}${folders.join('')}` },
      Parameters: {},
    });
  }

  public partitions(database: string, name: string): Partition[] {
    return [...this.databases.get(database)?.get(name)?.partitions.values() ?? []];
  }

  public partition(database: string, name: string, values: readonly string[]): Partition | undefined {
    return this.databases.get(database)?.get(name)?.partitions.get(values.join('/'));
  }
}
