import { Dimension } from './dimensions';
import { answerMetadata, Metadata, visualMetadata } from './metadata';
import { AnswerColumn, Question } from './question';
import { View } from './views/view';
import { beforeColumn, comparisonSql } from './visuals/comparison-sql';
import { Missing, ResolvedVisual, resolveVisual } from './visuals/resolved-visual';
import { visualSql } from './visuals/visual-sql';

/** A question as Athena stores it. */
export interface NamedQuery {
  readonly question: Question;
  readonly sql: string;
  readonly answer: readonly AnswerColumn[];
  /** What the question draws; absent if a statement answers it. */
  readonly visual?: ResolvedVisual;
  readonly metadata: Metadata;
}

/** The statement of a question, or what the pipeline lacks for it. */
export function namedQuery(question: Question, views: readonly View[]): NamedQuery | Missing {
  if ('visual' in question) {
    const visual = resolveVisual(question.visual, views);
    if (visual instanceof Missing) return visual;
    const sql = visual.kind === 'kpi' ? comparisonSql(visual, question.period) : visualSql(visual, question.period);
    return { question, sql, answer: answerOf(visual), visual, metadata: visualMetadata(question, visual) };
  }
  const missing = question.reads.find((read) => {
    const [view, column] = read.split('.');
    return !views.some(({ name, columns }) => name === view && columns.some((candidate) => candidate.name === column));
  });
  if (missing !== undefined) return new Missing('dimension', missing, []);
  return { question, sql: question.sql, answer: question.answer, metadata: answerMetadata(question) };
}

function answerOf({ kind, roles, measures }: ResolvedVisual): AnswerColumn[] {
  return [
    ...roles.flatMap(({ dimension }) => dimensionColumns(dimension)),
    ...measures.flatMap(({ id, label, format }) => [
      { name: id, label, format },
      ...kind === 'kpi' ? [{ name: beforeColumn(id), label: `${label}, one month before`, format }] : [],
    ]),
  ];
}

function dimensionColumns({ title, key, label, format }: Dimension): AnswerColumn[] {
  return [
    ...label ? [{ name: key.column, label: `${title} id`, format: 'id' as const }] : [],
    { name: (label ?? key).column, label: title, format },
  ];
}
