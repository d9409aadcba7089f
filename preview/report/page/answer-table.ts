import { Key } from '../cube/cube';
import { Evaluation, Group } from '../evaluate/evaluation';
import { Member } from '../evaluate/member';
import { formatted } from '../format';
import { AnswerColumn, Dimension, Format } from '../metadata';
import { Value } from '../query-rows';
import { Question } from './question';
import { ReportModel } from './report-model';

/** An answer in rows, for the table and for the CSV file. */
export interface AnswerTable {
  readonly columns: readonly AnswerColumn[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface Cell {
  /** The value in the answer of the statement. */
  readonly value: Value;
  readonly text: string;
  /** Whether the text stands for a missing value or for all other values together. */
  readonly standIn?: boolean;
  /** The dimension and key that it names. */
  readonly names?: { readonly dimension: string; readonly key: Key };
}

/** The answer of a visual, or of some of its groups, with the columns of its statement. */
export function computedTable(
  { data }: Question, evaluation: Evaluation, before?: Evaluation, groups: readonly Group[] = evaluation.answer(),
): AnswerTable {
  const { visual, answer } = data;
  const dimensions = visual!.roles.map((role) => visual!.dimensions.find(({ name }) => name === role.dimension)!);
  const earlier = before?.groups()[0].values;
  const rows = groups.map((group) => [
    ...group.members.flatMap((member, index) => memberCells(member, dimensions[index])),
    ...numberCells(group, evaluation, earlier),
  ]);
  return { columns: answer, rows };
}

function memberCells({ kind, key, text }: Member, { label, name, format }: Dimension): Cell[] {
  const names = key === null ? undefined : { dimension: name, key };
  const standIn = kind !== 'key';
  const plain = !label && !standIn;
  const shown: Cell = { value: plain ? key : text, text: plain ? formatted(key, format) : text, standIn, names };
  return label ? [{ value: key, text: formatted(key, 'id'), standIn, names }, shown] : [shown];
}

function numberCells({ values }: Group, { measures }: Evaluation, earlier?: readonly (number | null)[]): Cell[] {
  const cell = (value: number | null, format: Format): Cell => ({ value, text: formatted(value, format), standIn: value === null });
  return values.flatMap((value, index) => [cell(value, measures[index].format), ...earlier ? [cell(earlier[index], measures[index].format)] : []]);
}

/** The answer of a statement. A name is a link if the row also has its key. */
export function statementTable({ data: { answer, rows = [] } }: Question, model: ReportModel): AnswerTable {
  const dimensions = answer.map(({ name }) => model.dimensionOfKey(name));
  const keyOf = (name: string) => dimensions.findIndex((dimension) => dimension?.key.column === name || dimension?.label?.column === name);
  const keyColumn = answer.map(({ name }) => keyOf(name));
  return {
    columns: answer,
    rows: rows.map((row) => row.map((value, index) => {
      const key = row[keyColumn[index]] ?? null;
      const dimension = dimensions[keyColumn[index]];
      const names = dimension && key !== null ? { dimension: dimension.name, key } : undefined;
      return { value, text: formatted(value, answer[index].format), standIn: value === null, names };
    })),
  };
}
