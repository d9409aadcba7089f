import { AnswerColumn, Dimension, Measure, Metadata, QuestionText, Visual } from './metadata';
import { readMeasure, WrittenView } from './written-view';

/** The words of a question that are properties of its named query. */
export type Words = Pick<QuestionText, 'title' | 'question'>;

/** The metadata of a named query as a template has it. */
export interface WrittenMetadata extends Pick<Metadata, 'version' | 'period' | 'days'> {
  readonly question: Omit<QuestionText, keyof Words>;
  /** Absent if there is a visual. */
  readonly answer?: readonly AnswerColumn[];
  readonly visual?: WrittenVisual;
}

export interface WrittenVisual extends Omit<Visual, 'source' | 'dimensions'> {
  /** The name of the view, whose metadata has the dimensions and the measures. */
  readonly view: string;
}

/** Adds what a named query leaves to its own properties. */
export function readMetadata({ question, answer = [], version, period, days }: WrittenMetadata, words: Words): Metadata {
  const { id, ...rest } = question;
  return { version, question: { id, ...words, ...rest }, period, days, answer };
}

/** Adds what the view of a visual says, and the columns of its answer. */
export function readVisual({ view, ...visual }: WrittenVisual, { day, filters, ...written }: WrittenView): Pick<Metadata, 'answer' | 'visual' | 'measures'> {
  const ids = [...visual.measures, visual.rankBy];
  const measures = written.measures.filter(({ id }) => ids.includes(id)).map((measure) => readMeasure(measure, written.parts));
  const counted = measures.flatMap(({ formula }) => formula.kind === 'distinct' ? [formula.dimension] : []);
  const names = [...visual.roles.map(({ dimension }) => dimension), ...counted, ...filters];
  const dimensions = written.dimensions.filter(({ name }) => names.includes(name));
  const complete = { ...visual, source: { view, day, filters }, dimensions };
  return { answer: answerOf(complete, measures), visual: complete, measures };
}

/** A KPI has each measure in its period and one month before. */
function answerOf({ kind, roles, dimensions, measures: ids }: Visual, measures: readonly Measure[]): AnswerColumn[] {
  return [
    ...roles.flatMap((role) => dimensionColumns(dimensions.find(({ name }) => name === role.dimension)!)),
    ...ids.map((id) => measures.find((measure) => measure.id === id)!).flatMap(({ id: name, label, format }) => [
      { name, label, format },
      ...kind === 'kpi' ? [{ name: `${name}_before`, label: `${label}, one month before`, format }] : [],
    ]),
  ];
}

function dimensionColumns({ title, key, label, format }: Dimension): AnswerColumn[] {
  return [
    ...label ? [{ name: key.column, label: `${title} id`, format: 'id' as const }] : [],
    { name: (label ?? key).column, label: title, format },
  ];
}
