import { Annotations, CfnOutput, Lazy, Stack } from 'aws-cdk-lib';
import * as athena from 'aws-cdk-lib/aws-athena';
import * as glue from 'aws-cdk-lib/aws-glue';
import * as quicksight from 'aws-cdk-lib/aws-quicksight';
import { Construct, IDependable } from 'constructs';
import { CheckedOptions, checkedOptions } from './check-options';
import { DashboardOptions } from './dashboard-options';
import { createDataSet } from './data-set-resource';
import { MAX_SQL_LENGTH } from './data-sets/answer-data-set';
import { DataSet } from './data-sets/data-set';
import { DataSets } from './data-sets/data-sets';
import { createDataSource } from './data-source';
import { CalculatedFields } from './definition/calculated-fields';
import { definition } from './definition/definition';
import { DrawnVisual } from './definition/drawn-visual';
import { drawVisual } from './definition/visuals/draw-visual';
import { slowRequests } from './definition/visuals/slow-requests';
import { permissions } from './permissions';
import { THEME_CONFIGURATION } from './theme';
import { NamedQuery } from '../query/named-query';
import { Sheet, VisualQuestion } from '../query/question';
import { View } from '../query/views/view';
import { BoundStorage } from '../storage/bound-storage';
import { uniqueName } from '../synth/unique-name';
import { usageError } from '../synth/usage-error';
import { answerTable } from './definition/visuals/answer-table';

const MAX_ID_LENGTH = 200;

/** The most visuals on a sheet, and data sets in a definition, that QuickSight accepts. */
const MAX_VISUALS = 50;
const MAX_DATA_SETS = 50;

export interface UsageDashboardOptions extends DashboardOptions {
  readonly storage: BoundStorage;
  readonly database: glue.CfnDatabase;
  readonly databaseName: string;
  readonly requestTables: readonly string[];
  readonly views: readonly View[];
  readonly workgroup: athena.CfnWorkGroup;
  /** What must exist before a statement can run. */
  readonly after: readonly IDependable[];
}

/** The dashboard of a pipeline in Amazon QuickSight: a data source, its data sets, a theme, and what is drawn from them. */
export class UsageDashboard extends Construct {
  public readonly url: string;
  private readonly prefix: string;
  private readonly checked: CheckedOptions;
  private readonly dataSets: DataSets;
  private readonly source: quicksight.CfnDataSource;
  private readonly resources = new Map<DataSet, quicksight.CfnDataSet>();
  private readonly resourceScope: Construct;
  private readonly calculated = new CalculatedFields();
  private readonly visuals = new Map<Sheet, DrawnVisual[]>();

  constructor(private readonly pipeline: Construct, id: string, options: UsageDashboardOptions) {
    super(pipeline, id);
    this.checked = checkedOptions(pipeline, options);
    const { views } = options;
    const { people, title, themeArn } = this.checked;
    this.prefix = uniqueName(this, '-', MAX_ID_LENGTH);
    this.source = createDataSource(this, { ...options, id: this.prefix, name: this.prefix, people });
    this.dataSets = new DataSets({ database: options.databaseName, requestTables: options.requestTables, views });
    this.resourceScope = new Construct(this, 'DataSets');
    const slow = slowRequests(this.dataSets.ofView(views.find(({ name }) => name === 'requests')!));
    if (slow) this.visuals.set('Requests', [slow]);
    this.createMissingDataSets();

    const asset = {
      awsAccountId: Stack.of(this).account,
      name: title,
      themeArn: themeArn ?? this.createTheme(title),
      definition: Lazy.any({ produce: () => this.definition }),
    };
    const dashboard = new quicksight.CfnDashboard(this, 'Resource', {
      ...asset, dashboardId: this.prefix, permissions: permissions('dashboard', people),
    });
    if (people.author.length > 0) {
      new quicksight.CfnAnalysis(this, 'Analysis', { ...asset, analysisId: this.prefix, permissions: permissions('analysis', people) });
    }
    this.url = `https://${Stack.of(this).region}.quicksight.aws.amazon.com/sn/dashboards/${dashboard.dashboardId}`;
    new CfnOutput(pipeline, 'DashboardUrl', { value: this.url });
  }

  /** Draws a question. */
  public add(query: NamedQuery): void {
    const { question } = query;
    const drawn = query.visual ? this.draw(question as VisualQuestion, query.visual) : this.table(query);
    if (drawn === undefined) return;
    const onSheet = this.visuals.get(question.sheet) ?? [];
    const before = onSheet.findIndex(({ visualId }) => visualId === 'slow-requests');
    onSheet.splice(before < 0 ? onSheet.length : before, 0, ...drawn);
    this.visuals.set(question.sheet, onSheet);
    this.createMissingDataSets();
    this.checkLimits(question.sheet, onSheet.length);
  }

  private draw(question: VisualQuestion, visual: NonNullable<NamedQuery['visual']>): DrawnVisual[] {
    return drawVisual(question, visual, this.dataSets.ofView(visual.view), this.calculated, (sheet) => this.visuals.has(sheet));
  }

  private table(query: NamedQuery): DrawnVisual[] | undefined {
    const { question } = query;
    if ('visual' in question) return undefined;
    const dataSet = this.dataSets.ofAnswer(question, query);
    if (dataSet.sql.length > MAX_SQL_LENGTH) {
      throw usageError(this.pipeline, `The sql of the question '${question.id}' is too long for the dashboard: QuickSight accepts ${MAX_SQL_LENGTH} characters, `
        + `and it has ${dataSet.sql.length} with the names of the database. Shorten it, or save it as an AWS::Athena::NamedQuery of your own.`);
    }
    return [answerTable(question, query, dataSet)];
  }

  private createMissingDataSets(): void {
    for (const dataSet of this.dataSets.all) {
      if (this.resources.has(dataSet)) continue;
      this.resources.set(dataSet, createDataSet(this.resourceScope, dataSet, {
        prefix: this.prefix, source: this.source, people: this.checked.people, schedule: this.checked.schedule,
      }));
    }
  }

  private createTheme(name: string): string {
    return new quicksight.CfnTheme(this, 'Theme', {
      awsAccountId: Stack.of(this).account,
      themeId: this.prefix,
      name,
      baseThemeId: 'CLASSIC',
      configuration: THEME_CONFIGURATION,
      permissions: permissions('theme', this.checked.people),
    }).attrArn;
  }

  private get definition(): quicksight.CfnDashboard.DashboardVersionDefinitionProperty {
    const resources = [...this.resources];
    return definition({
      visuals: this.visuals,
      calculated: this.calculated,
      health: this.dataSets.all.find(({ identifier }) => identifier === 'data_health')!,
      dataSets: resources.map(([{ identifier }, { attrArn }]) => ({ identifier, arn: attrArn })),
    });
  }

  private checkLimits(sheet: Sheet, visuals: number): void {
    // Beside a question's visuals, a sheet has the instant up to which it is complete.
    if (visuals >= MAX_VISUALS) {
      throw usageError(this.pipeline, `The sheet '${sheet}' of the dashboard must have at most ${MAX_VISUALS - 1} visuals, because QuickSight accepts no more. Give the question another sheet.`);
    }
    if (this.resources.size > MAX_DATA_SETS) {
      Annotations.of(this.pipeline).addError(`The dashboard must read at most ${MAX_DATA_SETS} data sets, because QuickSight accepts no more, got ${this.resources.size}. `
        + 'Each question with SQL of its own takes one.');
    }
  }
}
