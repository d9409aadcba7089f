import { Stack } from 'aws-cdk-lib';
import * as glue from 'aws-cdk-lib/aws-glue';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct, IConstruct } from 'constructs';
import { catalogName } from './catalog-name';
import { createCrawler } from './crawler';
import { glueTable } from './glue-table';
import { previousTableNames } from './previous-table-name';
import { yearsProjected } from './projection';
import { PartitionRegistration } from './registration/partition-registration';
import { requestTableId, requestTableNames } from './request-table-name';
import { CRAWLED_CATALOG_OPTIONS, PROJECTED_CATALOG_OPTIONS, UsageCatalog } from './usage-catalog';
import { folderOf } from '../directory/tables/table';
import { DIRECTORY_TABLES } from '../directory/tables/tables';
import { Column } from '../schema/column';
import { BoundStorage } from '../storage/bound-storage';
import { Format, NDJSON } from '../storage/formats';
import { partitionKeys } from '../storage/partitions';
import { RecordFormats } from '../storage/record-formats';
import { claimName } from '../synth/claimed-names';
import { requireOptions } from '../synth/guard';
import { uniqueName } from '../synth/unique-name';

export interface CatalogOptions {
  readonly storage: BoundStorage;
  readonly formats: RecordFormats;
  readonly columns: readonly Column[];
  readonly catalog: UsageCatalog;
  readonly deliveryStreamName: string;
  readonly logRetention: logs.RetentionDays;
  readonly databaseName?: string;
  readonly tableName?: string;
}

/** The database, its tables, and what registers their partitions. */
export class Catalog extends Construct {
  public readonly database: glue.CfnDatabase;
  public readonly databaseName: string;
  /** The names of the tables of requests, the current one first. */
  public readonly requestTableNames: readonly string[];
  public readonly table: glue.CfnTable;
  /** The table over the files of the previous format, if one is declared. Nothing writes to it. */
  public readonly previousTable?: glue.CfnTable;
  /** The tables over the files of the directory. */
  public readonly directoryTables: readonly glue.CfnTable[];
  public readonly crawler?: glue.CfnCrawler;

  constructor(scope: Construct, id: string, options: CatalogOptions) {
    super(scope, id);
    const { storage, formats, catalog: { _requested: { crawled, projected } } } = options;
    if (crawled !== undefined) requireOptions(scope, 'UsageCatalog.crawled', CRAWLED_CATALOG_OPTIONS, crawled);
    if (projected !== undefined) requireOptions(scope, 'UsageCatalog.projected', PROJECTED_CATALOG_OPTIONS, projected);
    const { folders } = storage;
    this.databaseName = nameOfDatabase(scope, options.databaseName);
    this.database = this.createDatabase(this.databaseName);
    const parameters = projected && yearsProjected(scope, projected);
    const requestTable = (name: string, comment: string, folder: string, format: Format) => glueTable(this, requestTableId(name), {
      database: this.database,
      name,
      comment,
      columns: options.columns,
      location: locationOf(storage, folder),
      files: format.files,
      partitionKeys: partitionKeys(),
      parameters,
    });
    const names = requestTableNames(scope, options.tableName, formats.previous);
    this.requestTableNames = [names.current, ...names.previous === undefined ? [] : [names.previous]];
    this.table = requestTable(names.current, 'One row for each request that API Gateway logged.', folders.logs, formats.current);
    this.previousTable = formats.previous && requestTable(
      names.previous!, 'Requests in the previous format, from before the format changed.', folders.previousLogs!, formats.previous);
    this.directoryTables = DIRECTORY_TABLES.map((each) => glueTable(this, each.name, {
      database: this.database,
      name: each.name,
      comment: each.comment,
      columns: each.columns,
      location: locationOf(storage, folders.directory + folderOf(each)),
      files: NDJSON,
    }));
    if (!crawled) return;
    new PartitionRegistration(this, 'Registration', {
      database: this.database,
      table: this.table,
      previousTable: this.previousTable,
      previousTableNames: previousTableNames(names.current),
      location: locationOf(storage, folders.logs),
      format: formats.current.name,
      columns: options.columns,
      expireAfter: storage.expireAfter,
      deliveryStreamName: options.deliveryStreamName,
      logRetention: options.logRetention,
    });
    this.crawler = createCrawler(this, { ...crawled, storage, database: this.database, table: this.table });
  }

  /**
   * Makes the crawler wait for everything else of the pipeline. AWS Glue checks the rights of its role when it creates the
   * crawler, and IAM applies the rights of a new role with a delay.
   */
  public createCrawlerAfter(...others: IConstruct[]): void {
    const { crawler } = this;
    crawler?.node.addDependency(...this.node.children.filter((child) => child !== crawler), ...others);
  }

  private createDatabase(name: string): glue.CfnDatabase {
    return new glue.CfnDatabase(this, 'Database', {
      catalogId: Stack.of(this).account,
      // Glue cannot rename a database. A change of this property replaces it, with its tables.
      databaseName: name,
      databaseInput: {
        name,
        description: 'How customers use the API.',
        // Unless the account enforces Lake Formation, IAM alone decides who may read the tables.
        createTableDefaultPermissions: [{ permissions: ['ALL'], principal: { dataLakePrincipalIdentifier: 'IAM_ALLOWED_PRINCIPALS' } }],
      },
    });
  }
}

function locationOf({ bucket }: BoundStorage, folder: string): string {
  return bucket.s3UrlForObject(folder);
}

function nameOfDatabase(scope: Construct, given = uniqueName(scope, '_', 255).toLowerCase()): string {
  return claimName(scope, 'databaseName', catalogName(scope, 'databaseName', given));
}
