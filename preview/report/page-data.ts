import { Answer, AnswerRow } from './answer';
import { Visual } from './questions/question';

/** What the page's script gets: the answers that it draws. */
export interface PageData {
  readonly charts: readonly ChartData[];
}

export interface ChartData {
  readonly id: string;
  readonly title: string;
  readonly visual: Visual;
  readonly rows: readonly AnswerRow[];
}

export function pageData(answers: readonly Answer[]): PageData {
  return {
    charts: answers
      .filter(({ question, rows }) => question.visual.kind !== 'pivot' && rows.length > 0)
      .map(({ question: { id, title, visual }, rows }) => ({ id, title, visual, rows })),
  };
}
