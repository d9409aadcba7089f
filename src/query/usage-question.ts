import { sentence } from './dimensions';
import { lastDays, MONTH_TO_DATE } from './period';
import { Question, SHEETS } from './question';
import type { SqlQuestionOptions, UsageQuestionOptions, VisualQuestionOptions } from './question-options';

const MAX_TITLE = 128;
const MAX_QUESTION = 1024;
const MAX_SQL_BYTES = 262_144;
const MAX_DAYS = 366;

/** A question with what is wrong with it, if anything is. It is reported where the question is added. */
export interface RequestedQuestion {
  readonly question: Question;
  readonly mistake?: string;
}

/**
 * A question about the usage of an API: a saved query in Amazon Athena and a part of the report.
 *
 * @see https://docs.aws.amazon.com/athena/latest/ug/saved-queries.html
 */
export class UsageQuestion {
  /** A question that a visual over a view answers. Its SQL follows from the visual. */
  public static visual(options: VisualQuestionOptions): UsageQuestion {
    const { days, visual } = options;
    return new UsageQuestion({
      question: { ...described(options), visual: visual._visual, period: days === undefined ? MONTH_TO_DATE : lastDays(days) },
      mistake: mistakeIn(options)
        ?? (days !== undefined && !(Number.isInteger(days) && days >= 1 && days <= MAX_DAYS) ? `days must be a whole number from 1 to ${MAX_DAYS}, got ${days}` : undefined),
    });
  }

  /** A question that a statement answers. */
  public static sql(options: SqlQuestionOptions): UsageQuestion {
    const { sql, columns } = options;
    const bytes = Buffer.byteLength(sql);
    return new UsageQuestion({
      question: {
        ...described(options),
        about: 'the period of its SQL',
        days: MAX_DAYS,
        reads: [],
        sql,
        answer: columns.map((name) => ({ name, label: sentence(name), format: 'text' })),
      },
      mistake: mistakeIn(options)
        ?? (sql.trim() === '' || bytes > MAX_SQL_BYTES ? `sql must have 1 to ${MAX_SQL_BYTES} bytes, got ${bytes}` : undefined)
        ?? (columns.length === 0 ? 'columns must name the columns of the answer, got none' : undefined),
    });
  }

  /** @internal */
  public readonly _requested: RequestedQuestion;

  private constructor(requested: RequestedQuestion) {
    this._requested = requested;
  }
}

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
