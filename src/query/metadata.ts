import { Dimension, dimensionOf } from './dimensions';
import { Formula } from './measures/measure';
import { MONTH_BEFORE } from './period';
import { Question, SqlQuestion, VisualQuestion } from './question';
import { ResolvedMeasure, ResolvedVisual } from './visuals/resolved-visual';
import { groupedBy } from './visuals/visual-sql';

/** The key of metadata in the template, and the version of its shape. The preview refuses others. */
export const METADATA_KEY = 'cdk-api-usage-analytics';
const METADATA_VERSION = 1;

export type Metadata = Readonly<Record<string, unknown>>;

/** What the page's filters can act on, if a view has it. */
const FILTERS = ['usage_plan', 'customer', 'endpoint'] as const;

/** What readers of the template show of an answer, beside the name and the description of the named query. */
export function answerMetadata({ about, days, answer, ...question }: SqlQuestion): Metadata {
  return { ...described(question), period: about, days, answer };
}

/** The same of a visual; the answer follows from the metadata of the view. */
export function visualMetadata({ period, ...question }: VisualQuestion, { kind, view, roles, measures, rankBy, where }: ResolvedVisual): Metadata {
  return {
    ...described(question),
    period: period.title,
    days: period.days + (kind === 'kpi' ? MONTH_BEFORE.days : 0),
    visual: {
      kind,
      view: view.name,
      roles: roles.map(({ dimension, ...role }) => ({ ...role, dimension: dimension.name })),
      measures: measures.map((measure) => measure.id),
      rankBy: rankBy.id,
      where,
    },
  };
}

function described({ id, audience, sheet, note }: Pick<Question, 'id' | 'audience' | 'sheet' | 'note'>): Metadata {
  return { version: METADATA_VERSION, question: { id, audience, sheet, note } };
}

/** What the visuals over a view share, each once: its dimensions, its measures and their parts. */
export function viewMetadata(visuals: readonly ResolvedVisual[]): Metadata {
  const [{ view, day }] = visuals;
  const filters = FILTERS.flatMap((name) => dimensionOf(view, name) ?? []);
  const dimensions = new Map([...visuals.flatMap(groupedBy), ...filters].map((dimension) => [dimension.name, dimension]));
  const measures = [...new Map(visuals.flatMap((visual) => [...visual.measures, visual.rankBy]).map((measure) => [measure.id, measure])).values()];
  return {
    version: METADATA_VERSION,
    day: day.key.sql,
    filters: filters.map(({ name }) => name),
    dimensions: [...dimensions.values()].map(({ text: _, ...dimension }: Dimension) => dimension),
    measures: measures.map(({ parts: _, formula, ...measure }) => ({ ...measure, formula: withoutBuckets(formula) })),
    parts: describedParts(measures),
  };
}

/** The parts of the measures, each once, with the bounds of those that are buckets. */
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
