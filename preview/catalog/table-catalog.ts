import { GlueTable } from './glue-table';

/** A partition as the API of AWS Glue has it. */
export interface RegisteredPartition {
  readonly Values: readonly string[];
  readonly StorageDescriptor?: Readonly<Record<string, unknown>> & { readonly Location?: string };
}

/** A table and its partitions by their values, which are joined by slashes. */
export interface CatalogTable {
  readonly table: GlueTable;
  readonly partitions: Map<string, RegisteredPartition>;
}

/** The tables of a run, and the partitions that functions register while it runs. */
export class TableCatalog {
  private readonly tables = new Map<string, CatalogTable>();

  constructor(tables: readonly GlueTable[] = []) {
    tables.forEach((table) => this.declare(table));
  }

  /** Adds a table, or changes it: a change of a table leaves its partitions as they are. */
  public declare(table: GlueTable): void {
    const name = `${table.database}.${table.name}`;
    this.tables.set(name, { table, partitions: this.tables.get(name)?.partitions ?? new Map() });
  }

  public find(database: string, name: string): CatalogTable | undefined {
    return this.tables.get(`${database}.${name}`);
  }
}

export function partitionName(values: readonly string[]): string {
  return values.join('/');
}
