import { ColumnName } from '../../../src/schema/columns';

/** A column of an answer: one of the table, or one that a question makes. */
export type AnswerColumnName = ColumnName | 'endpoint' | 'requests' | 'share';

/** A column of an answer, and how it is called and read by people. */
export interface AnswerColumn {
  readonly name: AnswerColumnName;
  readonly label: string;
  readonly format: 'text' | 'code' | 'count' | 'percent';
}

/** Parts of a whole, each a slice. */
interface PieVisual {
  readonly kind: 'pie';
  readonly slice: AnswerColumnName;
  readonly size: AnswerColumnName;
}

/** A bar for each value, cut into colours; one value of the filter at a time. */
interface BarVisual {
  readonly kind: 'bar';
  readonly filter: AnswerColumnName;
  readonly bar: AnswerColumnName;
  readonly colour: AnswerColumnName;
  readonly size: AnswerColumnName;
}

/** A table of cells; its rows are in groups, which open. */
interface PivotVisual {
  readonly kind: 'pivot';
  readonly group: AnswerColumnName;
  readonly row: AnswerColumnName;
  readonly column: AnswerColumnName;
  readonly cell: AnswerColumnName;
}

export type Visual = PieVisual | BarVisual | PivotVisual;

/** A question about the requests, with the SQL that answers it and the picture that shows the answer. */
export interface Question {
  /** In lower case with hyphens: the name of its file, and of what is made from it. */
  readonly id: string;
  readonly title: string;
  /** The question in words. */
  readonly question: string;
  /** Columns of the table of requests that the SQL reads. */
  readonly reads: readonly ColumnName[];
  /** In the dialect of Athena (Trino), on the table of requests of this name. */
  readonly sql: (table: string) => string;
  /** The columns of the answer, in order. */
  readonly answer: readonly AnswerColumn[];
  readonly visual: Visual;
}
