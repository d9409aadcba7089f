import { Dimension, dimensionOf } from './dimensions';
import { Formula } from './measures/measure';
import { MONTH_BEFORE } from './period';
import { AnswerColumn, Question, VisualQuestion } from './question';
import { View } from './views/view';
import { beforeColumn, comparisonSql } from './visuals/comparison-sql';
import { Missing, ResolvedMeasure, ResolvedVisual, resolveVisual } from './visuals/resolved-visual';
import { groupedBy, visualSql } from './visuals/visual-sql';

/** The key of a named query's metadata in the template, and the version of its shape. The preview refuses others. */
export const METADATA_KEY = 'cdk-api-usage-analytics';
const METADATA_VERSION = 1;

/** What the page's filters can act on, if a view has it. */
const FILTERS = ['usage_plan', 'customer', 'endpoint'] as const;

/** A question as Athena stores it, with the metadata that readers of the template draw it from. */
export interface NamedQuery {
  readonly question: Question;
  readonly sql: string;
  /** What the question draws; absent if a statement answers it. */
  readonly visual?: ResolvedVisual;
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** The statement of a question, or what the pipeline lacks for it. */
export function namedQuery(question: Question, views: readonly View[]): NamedQuery | Missing {
  const { id, title, question: words, audience, sheet, note } = question;
  const described = { version: METADATA_VERSION, question: { id, title, question: words, audience, sheet, note } };
  if ('visual' in question) {
    const visual = resolveVisual(question.visual, views);
    return visual instanceof Missing ? visual : { question, visual, ...visualQuery(question, visual, described) };
  }
  const missing = question.reads.find((read) => {
    const [view, column] = read.split('.');
    return !views.some(({ name, columns }) => name === view && columns.some((candidate) => candidate.name === column));
  });
  if (missing !== undefined) return new Missing('dimension', missing, []);
  const { about, days, answer, sql } = question;
  return { question, sql, metadata: { ...described, period: about, days, answer } };
}

function visualQuery({ period }: VisualQuestion, visual: ResolvedVisual, described: object): Pick<NamedQuery, 'sql' | 'metadata'> {
  const compared = visual.kind === 'kpi';
  const filters = FILTERS.flatMap((name) => dimensionOf(visual.view, name) ?? []);
  const dimensions = [...new Map([...groupedBy(visual), ...filters].map((dimension) => [dimension.name, dimension])).values()];
  const measures = [...new Map([...visual.measures, visual.rankBy].map((measure) => [measure.id, measure])).values()];
  return {
    sql: compared ? comparisonSql(visual, period) : visualSql(visual, period),
    metadata: {
      ...described,
      period: period.title,
      days: period.days + (compared ? MONTH_BEFORE.days : 0),
      answer: answerOf(visual, compared),
      visual: {
        kind: visual.kind,
        source: { view: visual.view.name, day: visual.day.key.sql, filters: filters.map(({ name }) => name) },
        dimensions: dimensions.map(({ text: _, ...dimension }) => dimension),
        roles: visual.roles.map(({ dimension, ...role }) => ({ ...role, dimension: dimension.name })),
        measures: visual.measures.map((measure) => measure.id),
        rankBy: visual.rankBy.id,
        where: visual.where,
      },
      measures: measures.map(({ parts: _, formula, ...measure }) => ({ ...measure, formula: withoutBuckets(formula) })),
      parts: describedParts(measures),
    },
  };
}

/** The parts of the measures, each once: the buckets that percentiles share would otherwise be most of the metadata. */
function describedParts(measures: readonly ResolvedMeasure[]): object[] {
  const bounds = new Map(measures.flatMap(({ formula }) => formula.kind === 'percentile'
    ? formula.buckets.map(({ column, upTo }) => [column, { countedBy: formula.count, upTo }] as const) : []));
  const parts = new Map(measures.flatMap((measure) => measure.parts).map((part) => [part.column, part]));
  // A view that has the part as a column needs no SQL: the column is merged.
  return [...parts.values()].map(({ row, sql, ...part }) => ({ ...part, ...row === part.column ? {} : { sql }, ...bounds.get(part.column) }));
}

function withoutBuckets(formula: Formula): object {
  if (formula.kind !== 'percentile') return formula;
  const { buckets: _, ...percentile } = formula;
  return percentile;
}

function answerOf({ roles, measures }: ResolvedVisual, compared: boolean): AnswerColumn[] {
  return [
    ...roles.flatMap(({ dimension }) => dimensionColumns(dimension)),
    ...measures.flatMap(({ id, label, format }) => [
      { name: id, label, format },
      ...compared ? [{ name: beforeColumn(id), label: `${label}, one month before`, format }] : [],
    ]),
  ];
}

function dimensionColumns({ title, key, label, format }: Dimension): AnswerColumn[] {
  return [
    ...label ? [{ name: key.column, label: `${title} id`, format: 'id' as const }] : [],
    { name: (label ?? key).column, label: title, format },
  ];
}
