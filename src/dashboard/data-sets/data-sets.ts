import { answerDataSet } from './answer-data-set';
import { DataSet } from './data-set';
import { BOUND_BEFORE, ViewDataSet } from './view-data-set';
import { DIRECTORY_TABLES } from '../../directory/tables/tables';
import { NamedQuery } from '../../query/named-query';
import { SqlQuestion } from '../../query/question';
import { daysAgo, LOOK_BACK_DAYS, NOW } from '../../query/views/clock';
import { View } from '../../query/views/view';

/**
 * How far back the dashboard reaches: the present month and the twelve before. SPICE needs an end, and a query plans several
 * times as fast where the engine can leave out years before it looks at their folders.
 */
const SINCE = `date_trunc('month', ${NOW}) - INTERVAL '12' MONTH`;

/** Views of single requests: too many rows for SPICE. */
const SINGLE_REQUESTS = ['requests', 'all_requests'];

/** The data set that the controls take their values from. */
export const CHOICES = 'choices';

export interface DataSetsOptions {
  readonly database: string;
  readonly requestTables: readonly string[];
  readonly views: readonly View[];
}

/** The data sets of a dashboard. They come with the visuals that need them. */
export class DataSets {
  private readonly declared = new Map<string, DataSet>();

  constructor(private readonly options: DataSetsOptions) {
    for (const view of options.views.filter(({ name }) => name !== 'all_requests')) this.ofView(view);
    const daily = options.views.find(({ name }) => name === 'usage_daily');
    if (daily) this.declared.set(CHOICES, choices(daily, options.database));
  }

  public get all(): readonly DataSet[] {
    return [...this.declared.values()];
  }

  /** The rows of a view. */
  public ofView(view: View): ViewDataSet {
    const present = this.declared.get(view.name);
    if (present instanceof ViewDataSet) return present;
    const copied = !SINGLE_REQUESTS.includes(view.name);
    const bounded = view.columns.some(({ name }) => name === BOUND_BEFORE);
    const dataSet = new ViewDataSet({
      identifier: view.name, database: this.options.database, view, whole: true, copied, since: bounded ? SINCE : undefined,
    });
    this.declared.set(view.name, dataSet);
    return dataSet;
  }

  public ofAnswer(question: SqlQuestion, { sql }: NamedQuery): DataSet {
    const { database, requestTables, views } = this.options;
    const names = [...[...views, ...DIRECTORY_TABLES].map(({ name }) => name), ...requestTables];
    const dataSet = answerDataSet(question.id, sql, question.answer, database, names);
    this.declared.set(question.id, dataSet);
    return dataSet;
  }
}

/** The values that requests of the last days have had: a control that asked all history for them would read all of it. */
function choices(view: View, database: string): DataSet {
  const rows = new ViewDataSet({ identifier: CHOICES, database, view, whole: false, copied: true, since: daysAgo(LOOK_BACK_DAYS) });
  const columns = rows.selectable.map((dimension) => rows.dimension(dimension));
  return { identifier: CHOICES, copied: true, columns, sql: `SELECT DISTINCT ${columns.map(({ name }) => `"${name}"`).join(', ')}\nFROM (\n${rows.sql}\n) AS recent` };
}
