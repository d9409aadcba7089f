import { sentence } from './dimensions';
import { lastDays, MONTH_TO_DATE } from './period';
import { Question, SHEETS } from './question';
import { SQL_QUESTION_OPTIONS, SqlQuestionOptions, UsageQuestionOptions, VISUAL_QUESTION_OPTIONS, VisualQuestionOptions } from './question-options';
import { Checks, instanceOf } from '../synth/checks';
import { wrongOption } from '../synth/guard';

const MAX_TITLE = 128;
const MAX_QUESTION = 1024;
const MAX_SQL_BYTES = 262_144;
const MAX_DAYS = 366;

/** A question, or what is wrong with it. It is reported where the question is added. */
export type RequestedQuestion = { readonly question: Question; readonly mistake?: undefined } | { readonly mistake: string; readonly id: unknown };

/**
 * A question about the usage of an API: a saved query in Amazon Athena and a part of the report.
 *
 * @see https://docs.aws.amazon.com/athena/latest/ug/saved-queries.html
 * @example
 * usage.addQuestion(UsageQuestion.visual({
 *   id: 'busy-hours-of-production',
 *   title: 'Busy hours of production',
 *   question: 'When do customers call the production stage?',
 *   view: 'requests',
 *   where: ["stage = 'prod'"],
 *   visual: UsageVisual.heatMap({ row: 'weekday', column: 'hour_of_day' }),
 * }));
 */
export class UsageQuestion {
  /** A question that a visual over a view answers. The construct writes its SQL. */
  public static visual(options: VisualQuestionOptions): UsageQuestion {
    return UsageQuestion.of('visual', VISUAL_QUESTION_OPTIONS, options, () => {
      const { days, visual: { _requested: requested }, where = [] } = options;
      if (requested.mistake !== undefined) return requested.mistake;
      const { visual } = requested;
      const { view = visual.view } = options;
      return mistakeIn(options)
        ?? (days !== undefined && !(Number.isInteger(days) && days >= 1 && days <= MAX_DAYS) ? `days must be a whole number from 1 to ${MAX_DAYS}, got ${days}` : undefined)
        ?? (where.some((condition) => condition.trim() === '') ? 'where must be conditions in SQL, got an empty one' : undefined)
        ?? { ...described(options), visual: { ...visual, view, where }, period: days === undefined ? MONTH_TO_DATE : lastDays(days) };
    });
  }

  /** A question that your own SQL statement answers. */
  public static sql(options: SqlQuestionOptions): UsageQuestion {
    return UsageQuestion.of('sql', SQL_QUESTION_OPTIONS, options, () => {
      const { sql, columns } = options;
      const bytes = Buffer.byteLength(sql);
      return mistakeIn(options)
        ?? (sql.trim() === '' || bytes > MAX_SQL_BYTES ? `sql must have 1 to ${MAX_SQL_BYTES} bytes, got ${bytes}` : undefined)
        ?? (columns.length === 0 ? 'columns must name the columns of the answer, got none' : undefined)
        ?? {
          ...described(options),
          about: 'the period of its SQL',
          days: MAX_DAYS,
          reads: [],
          sql,
          answer: columns.map((name) => ({ name, label: sentence(name), format: 'text' })),
        };
    });
  }

  /** @param make the question, or what is wrong with it */
  private static of<Options extends UsageQuestionOptions>(factory: string, checks: Checks<Options>, options: Options, make: () => Question | string) {
    const made = wrongOption(`UsageQuestion.${factory}`, checks, options) ?? make();
    return new UsageQuestion(typeof made === 'string' ? { mistake: made, id: (options as Partial<Options> | undefined)?.id } : { question: made });
  }

  /** @internal */
  public readonly _requested: RequestedQuestion;

  private constructor(requested: RequestedQuestion) {
    this._requested = requested;
  }
}

export const QUESTION = instanceOf(UsageQuestion, 'sql(options)', 'visual(options)');

function described({ id, title, question, sheet = 'Requests' }: UsageQuestionOptions) {
  return { id, title, question, audience: 'Owner of the pipeline', sheet: SHEETS.find((candidate) => candidate === sheet) ?? 'Requests' };
}

function mistakeIn({ id, title, question, sheet }: UsageQuestionOptions): string | undefined {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) return `id must be lower-case letters and digits with hyphens between, such as top-tenants, got '${id}'`;
  if (title.trim() === '' || title.length > MAX_TITLE) return `title must have 1 to ${MAX_TITLE} characters, because Athena accepts no more, got ${title.length}`;
  if (question.trim() === '' || question.length > MAX_QUESTION) return `question must have 1 to ${MAX_QUESTION} characters, because Athena accepts no more, got ${question.length}`;
  if (sheet !== undefined && !(SHEETS as readonly string[]).includes(sheet)) return `sheet must be one of ${SHEETS.join(', ')}, got '${sheet}'`;
  return undefined;
}
