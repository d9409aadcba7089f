import { Json } from '@duckdb/node-api';
import { GLUE_TABLE, glueTable } from '../../preview/catalog/glue-table';
import { loadTable } from '../../preview/catalog/load-table';
import { createPrestoView, prestoView, PrestoView } from '../../preview/catalog/presto-view';
import { Database } from '../../preview/query/database';
import { atInstant } from '../../preview/query/dialect/clock';
import { ObjectStore } from '../../preview/storage/object-store';
import { App } from '../../preview/template/app';

/** The preview's engine over the files of a preview, at any instant. */
export class DuckDbAthena {
  public static async open(app: App, s3: string): Promise<DuckDbAthena> {
    const database = await Database.open();
    const resources = app.resources(GLUE_TABLE);
    const tables = resources.flatMap((resource) => glueTable(resource) ?? []);
    await database.createSchema(tables[0].database);
    await database.useSchema(tables[0].database);
    for (const table of tables) await loadTable(database, new ObjectStore(s3), table);
    return new DuckDbAthena(database, resources.flatMap((resource) => prestoView(resource) ?? []));
  }

  private constructor(private readonly database: Database, readonly views: readonly PrestoView[]) {}

  /** The answer of a statement at an instant. */
  public async rows(sql: string, instant: Date): Promise<Json[][]> {
    for (const view of this.views) await createPrestoView(this.database, view, instant);
    return (await this.database.run(atInstant(sql, instant))).getRowsJson();
  }

  /** Adds tables and views beside those of the templates. */
  public async prepare(add: (database: Database) => Promise<void>): Promise<void> {
    await add(this.database);
  }

  public close(): void {
    this.database.close();
  }
}
