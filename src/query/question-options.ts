import { UsageVisual } from './usage-visual';
import { Checks, instanceOf, listOf, NUMBER, required, TEXT } from '../synth/checks';

/**
 * What all questions have in common. Readers of another language find it in each of them.
 *
 * @internal
 */
export interface UsageQuestionOptions {
  /**
   * A short name in lower case with hyphens, unique within the pipeline.
   *
   * @throws if it has other characters or is taken
   */
  readonly id: string;

  /**
   * The title, at most 128 characters. It is also the name of the saved query in Amazon Athena.
   *
   * @throws if it is empty or longer
   */
  readonly title: string;

  /**
   * The question in words, at most 1,024 characters. It is also the description of the saved query.
   *
   * @throws if it is empty or longer
   */
  readonly question: string;

  /**
   * The sheet of the report that shows the answer: Overview, Customers, Plans and quota, Endpoints, Errors, Latency, Requests or Data
   * health.
   *
   * @default 'Requests'
   * @throws if there is no such sheet
   */
  readonly sheet?: string;
}

const QUESTION_OPTIONS: Checks<UsageQuestionOptions> = { id: required(TEXT), title: required(TEXT), question: required(TEXT), sheet: TEXT };

/**
 * Options of a question that a visual answers.
 *
 * @example
 * UsageQuestion.visual({
 *   id: 'errors-by-customer',
 *   title: 'Errors by customer',
 *   question: 'Which customers had the most errors in the last week?',
 *   visual: UsageVisual.bar({ dimension: 'customer', measures: ['errors'] }),
 *   days: 7,
 * });
 */
export interface VisualQuestionOptions extends UsageQuestionOptions {
  /** The visual. */
  readonly visual: UsageVisual;

  /**
   * The view that is drawn: `usage_daily`, `requests`, `all_requests` or another view of the pipeline that has the days of
   * requests. `requests` has every column of a request, including extra columns.
   *
   * @default 'usage_daily'
   * @throws if there is no such view
   */
  readonly view?: string;

  /**
   * Conditions in SQL on the rows of the view, such as `stage = 'prod'`. The visual counts rows for which all of them hold.
   *
   * @default - all rows
   * @throws if a condition is empty
   */
  readonly where?: string[];

  /**
   * The number of days before today at which the period begins, from 1 to 366. The period includes today. Days are UTC.
   *
   * @default - the month to date
   * @throws if it is not a whole number in that range
   */
  readonly days?: number;
}

export const VISUAL_QUESTION_OPTIONS: Checks<VisualQuestionOptions> = {
  ...QUESTION_OPTIONS,
  visual: required(instanceOf(UsageVisual, 'bar(options)')),
  view: TEXT,
  where: listOf('a list of conditions, such as ["stage = \'prod\'"]', TEXT),
  days: NUMBER,
};

/**
 * Options of a question that your own SQL statement answers.
 *
 * @example
 * UsageQuestion.sql({
 *   id: 'requests-by-stage',
 *   title: 'Requests by stage',
 *   question: 'How many requests had each stage today?',
 *   sql: `SELECT stage, sum(requests) AS requests FROM usage_daily
 *     WHERE partition_to >= current_date AND request_day >= current_date GROUP BY stage`,
 *   columns: ['stage', 'requests'],
 * });
 */
export interface SqlQuestionOptions extends UsageQuestionOptions {
  /**
   * A SELECT statement in the dialect of Amazon Athena, which is saved unchanged. Limit `partition_from` and `partition_to` of
   * the views in it; otherwise each run reads all files.
   *
   * @throws if it is empty or longer than 262,144 bytes
   * @see https://docs.aws.amazon.com/athena/latest/ug/select.html
   */
  readonly sql: string;

  /**
   * The names of the columns of the answer, in order.
   *
   * @throws if there are none
   */
  readonly columns: string[];
}

export const SQL_QUESTION_OPTIONS: Checks<SqlQuestionOptions> = {
  ...QUESTION_OPTIONS,
  sql: required(TEXT),
  columns: required(listOf('a list of names of columns, such as [\'customer\', \'requests\']', TEXT)),
};
