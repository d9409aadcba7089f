import * as athena from 'aws-cdk-lib/aws-athena';
import * as glue from 'aws-cdk-lib/aws-glue';
import { Construct } from 'constructs';
import { METADATA_KEY, NamedQuery, namedQuery } from './named-query';
import { QUESTIONS } from './questions';
import { View } from './views/view';
import { viewTable } from './views/view-table';
import { viewsOf } from './views/views';
import { Missing } from './visuals/resolved-visual';
import { createWorkgroup } from './workgroup';
import { Column } from '../schema/column';
import { BoundStorage } from '../storage/bound-storage';

export interface UsageQueriesOptions {
  readonly storage: BoundStorage;
  readonly database: glue.CfnDatabase;
  readonly databaseName: string;
  /** Names of the tables of requests. */
  readonly requestTables: readonly string[];
  readonly columns: readonly Column[];
  readonly bufferingSeconds: number;
}

/** The views of a pipeline, its questions as saved queries, and the workgroup that runs them. */
export class UsageQueries extends Construct {
  public readonly workgroup: athena.CfnWorkGroup;
  public readonly views: readonly View[];

  constructor(scope: Construct, id: string, options: UsageQueriesOptions) {
    super(scope, id);
    this.views = viewsOf(options);
    const database = { resource: options.database, name: options.databaseName };
    const views = new Construct(this, 'Views');
    for (const view of this.views) viewTable(views, database, view);
    this.workgroup = createWorkgroup(this, options.storage);
    const queries = new Construct(this, 'Questions');
    for (const question of QUESTIONS) {
      const query = namedQuery(question, this.views);
      if (!(query instanceof Missing)) this.saveQuery(queries, query, options.databaseName);
    }
  }

  private saveQuery(scope: Construct, { question, sql, metadata }: NamedQuery, database: string): void {
    const query = new athena.CfnNamedQuery(scope, question.id, {
      name: question.title,
      description: question.question,
      database,
      workGroup: this.workgroup.ref,
      queryString: sql,
    });
    query.addMetadata(METADATA_KEY, metadata);
    query.addDependency(this.workgroup);
  }
}
