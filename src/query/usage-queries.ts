import { Annotations, Lazy, Size } from 'aws-cdk-lib';
import * as athena from 'aws-cdk-lib/aws-athena';
import * as glue from 'aws-cdk-lib/aws-glue';
import { Construct, IConstruct } from 'constructs';
import { requireFreeNames } from './free-names';
import { METADATA_KEY, viewMetadata } from './metadata';
import { missingError } from './missing-error';
import { NamedQuery, namedQuery } from './named-query';
import { Question } from './question';
import { QUESTIONS } from './questions';
import { QUESTION, UsageQuestion } from './usage-question';
import { View } from './views/view';
import { viewTable } from './views/view-table';
import { viewsOf } from './views/views';
import { Missing } from './visuals/resolved-visual';
import { createWorkgroup } from './workgroup';
import { Column } from '../schema/column';
import { BoundStorage } from '../storage/bound-storage';
import { requireType } from '../synth/guard';
import { usageError } from '../synth/usage-error';

export interface UsageQueriesOptions {
  readonly storage: BoundStorage;
  readonly database: glue.CfnDatabase;
  readonly databaseName: string;
  /** Names of the tables of requests. */
  readonly requestTables: readonly string[];
  readonly columns: readonly Column[];
  readonly bufferingSeconds: number;
  readonly queryScanLimit?: Size;
}

/** The views of a pipeline, its questions as saved queries, and the workgroup that runs them. */
export class UsageQueries extends Construct {
  public readonly workgroup: athena.CfnWorkGroup;
  /** The views, each after those that it reads. */
  public readonly views: readonly View[];
  /** The views in the catalog. */
  public readonly viewTables: Construct;
  /** The questions that are saved, in their order. */
  public readonly saved: NamedQuery[] = [];
  private readonly questions: Construct;
  private readonly tableOf: ReadonlyMap<View, glue.CfnTable>;

  constructor(private readonly pipeline: IConstruct, id: string, private readonly options: UsageQueriesOptions) {
    super(pipeline as Construct, id);
    requireFreeNames(pipeline, options);
    this.views = viewsOf(options);
    this.viewTables = new Construct(this, 'Views');
    const database = { resource: options.database, name: options.databaseName };
    this.tableOf = new Map(this.views.map((view) => [view, viewTable(this.viewTables, database, view)]));
    this.workgroup = createWorkgroup(this, options.storage, options.queryScanLimit);
    this.questions = new Construct(this, 'Questions');
    const left = QUESTIONS.filter((question) => this.save(question) instanceof Missing);
    if (left.length > 0) {
      Annotations.of(pipeline).addInfo(`omitColumns leaves out these questions, which need an omitted column: ${left.map(({ id: question }) => question).join(', ')}.`);
    }
  }

  /**
   * Adds a question of a user.
   * @param argument how an error names it
   */
  public add(added: UsageQuestion, argument: string): NamedQuery {
    requireType(this.pipeline, argument, QUESTION, added);
    const requested = added._requested;
    if (requested.mistake !== undefined) throw usageError(this.pipeline, `${argument} (${String(requested.id)}): ${requested.mistake}.`);
    const { question } = requested;
    if (this.questions.node.tryFindChild(question.id)) {
      throw usageError(this.pipeline, `${argument} must have a unique id, got '${question.id}', which is the id of another question. Choose another id.`);
    }
    const query = this.save(question);
    if (query instanceof Missing) throw usageError(this.pipeline, missingError(argument, question.id, query));
    return query;
  }

  private save(question: Question): NamedQuery | Missing {
    const query = namedQuery(question, this.views);
    if (query instanceof Missing) return query;
    const saved = new athena.CfnNamedQuery(this.questions, question.id, {
      name: question.title,
      description: question.question,
      database: this.options.databaseName,
      workGroup: this.workgroup.ref,
      queryString: query.sql,
    });
    saved.addMetadata(METADATA_KEY, query.metadata);
    this.saved.push(query);
    if (query.visual) this.describe(query.visual.view);
    return query;
  }

  /** What visuals use of a view is known when all of them are there. */
  private describe(view: View): void {
    const visuals = () => this.saved.flatMap(({ visual }) => visual?.view === view ? [visual] : []);
    this.tableOf.get(view)!.addMetadata(METADATA_KEY, Lazy.any({ produce: () => viewMetadata(visuals()) }));
  }
}
