import { ValueFormat } from './dimensions';
import { Period } from './period';
import { Visual } from './visuals/visual';

/** The sheets of the report and of the dashboard, in their order. */
export const SHEETS = ['Overview', 'Customers', 'Plans and quota', 'Endpoints', 'Errors', 'Latency', 'Requests', 'Data health'] as const;

export type Sheet = typeof SHEETS[number];

/** A column of an answer, and how people read it. */
export interface AnswerColumn {
  readonly name: string;
  readonly label: string;
  readonly format: ValueFormat;
}

interface AnyQuestion {
  /** Lower case with hyphens. The file of the question has this name. */
  readonly id: string;
  readonly title: string;
  /** The question in words. */
  readonly question: string;
  /** Who asks it. */
  readonly audience: string;
  readonly sheet: Sheet;
  /** What a reader must know to read the answer right. */
  readonly note?: string;
}

/** A question that a visual over a view answers. */
export interface VisualQuestion extends AnyQuestion {
  readonly visual: Visual;
  readonly period: Period;
}

/** A question that no aggregate over one view answers. */
export interface SqlQuestion extends AnyQuestion {
  /** The time that the answer is about, in words. */
  readonly about: string;
  /** The most days before the clock that the statement reads. */
  readonly days: number;
  /** What the statement reads of the views, as `view.column`. A pipeline without one of them does not have the question. */
  readonly reads: readonly string[];
  /** In the dialect that Athena and the preview share, over the views. */
  readonly sql: string;
  readonly answer: readonly AnswerColumn[];
}

/** A question about the requests, with what answers it. */
export type Question = VisualQuestion | SqlQuestion;
