import { Stack } from 'aws-cdk-lib';
import * as glue from 'aws-cdk-lib/aws-glue';
import { Construct } from 'constructs';
import { catalogName } from './catalog-name';
import { createCrawler } from './crawler';
import { glueTable } from './glue-table';
import { yearsProjected } from './projection';
import type { UsageCatalog } from './usage-catalog';
import { DIRECTORY_TABLES } from '../directory/tables/tables';
import { Column } from '../schema/column';
import { BoundStorage } from '../storage/bound-storage';
import { partitionKeys } from '../storage/partitions';
import { NDJSON, RecordFormat } from '../storage/record-format';
import { claimName } from '../synth/claimed-names';
import { uniqueName } from '../synth/unique-name';
import { usageError } from '../synth/usage-error';

export interface CatalogOptions {
  readonly storage: BoundStorage;
  readonly format: RecordFormat;
  readonly columns: readonly Column[];
  readonly catalog: UsageCatalog;
  readonly databaseName?: string;
  readonly tableName: string;
}

/** The database with its tables, and what makes their partitions known. */
export class Catalog extends Construct {
  public readonly database: glue.CfnDatabase;
  public readonly table: glue.CfnTable;
  public readonly crawler?: glue.CfnCrawler;

  constructor(scope: Construct, id: string, options: CatalogOptions) {
    super(scope, id);
    const { storage, catalog: { _discovery: { crawled, projected } } } = options;
    this.database = this.createDatabase(this.databaseName(scope, options.databaseName));
    this.table = glueTable(this, 'Table', {
      database: this.database,
      name: this.requestTableName(scope, options.tableName),
      comment: 'One row for each request that API Gateway logged.',
      columns: options.columns,
      location: locationOf(storage, storage.folders.logs),
      files: options.format._files,
      partitionKeys: partitionKeys(),
      parameters: projected && yearsProjected(scope, projected),
    });
    for (const { name, comment, columns, key } of DIRECTORY_TABLES) {
      glueTable(this, name, {
        database: this.database,
        name,
        comment,
        columns,
        location: locationOf(storage, storage.folders.directory + key.slice(0, key.indexOf('/') + 1)),
        files: NDJSON,
      });
    }
    this.crawler = crawled && createCrawler(this, { ...crawled, storage, database: this.database, table: this.table });
  }

  private databaseName(scope: Construct, given = uniqueName(scope, '_', 255).toLowerCase()): string {
    return claimName(scope, 'databaseName', catalogName(scope, 'databaseName', given));
  }

  private createDatabase(name: string): glue.CfnDatabase {
    return new glue.CfnDatabase(this, 'Database', {
      catalogId: Stack.of(this).account,
      databaseInput: {
        name,
        description: 'How customers use the API.',
        // In an account with Lake Formation's IAM default, IAM alone decides who reads the tables.
        createTableDefaultPermissions: [{ permissions: ['ALL'], principal: { dataLakePrincipalIdentifier: 'IAM_ALLOWED_PRINCIPALS' } }],
      },
    });
  }

  private requestTableName(scope: Construct, name: string): string {
    const taken = DIRECTORY_TABLES.map((table) => table.name);
    if (taken.includes(name)) {
      throw usageError(scope, `tableName must not be one of ${taken.join(', ')}: those are tables of the directory, got '${name}'.`);
    }
    return catalogName(scope, 'tableName', name);
  }
}

function locationOf({ bucket }: BoundStorage, folder: string): string {
  return bucket.s3UrlForObject(folder);
}
