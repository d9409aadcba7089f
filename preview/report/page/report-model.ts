import { Cube, Key, unpackedCube } from '../cube/cube';
import { dimensionId } from '../cube/cube-plan';
import { compareKeys } from '../evaluate/member';
import { dayOf } from '../evaluate/period';
import { Dimension } from '../metadata';
import { QuestionData, ReportData } from '../report-data';
import { Question } from './question';

/** The sheets in their order, and the dimension whose values open a sheet. Sheets of other names follow. */
const SHEETS: readonly { readonly title: string; readonly opensFor?: string }[] = [
  { title: 'Overview' },
  { title: 'Customers', opensFor: 'customer' },
  { title: 'Plans and quota', opensFor: 'usage_plan' },
  { title: 'Endpoints', opensFor: 'endpoint' },
  { title: 'Errors' },
  { title: 'Latency' },
  { title: 'Requests' },
  { title: 'Data health' },
];

/** A dimension that the page filters by, and its values. */
export interface Filter {
  readonly name: string;
  readonly title: string;
  readonly values: readonly { readonly key: Key; readonly text: string }[];
  /** The text for rows without a value; absent if all rows have one. */
  readonly none?: string;
}

/** The unpacked data of the page. */
export class ReportModel {
  public readonly clock: Date;
  public readonly questions: readonly Question[];
  public readonly sheets: readonly string[];
  public readonly filters: readonly Filter[];
  /** The first and the last day of the data. */
  public readonly days: { readonly first: number; readonly last: number };
  private readonly dimensions: readonly Dimension[];

  constructor(public readonly data: ReportData) {
    const cubes = data.cubes.map(unpackedCube);
    this.clock = new Date(data.clock);
    this.questions = data.questions.map((question) => new Question(question, this.clock, cubes[question.cube ?? -1]));
    const used = data.questions.map(({ question: { sheet } }) => sheet);
    this.sheets = [...new Set([...SHEETS.map(({ title }) => title).filter((title) => used.includes(title)), ...used])];
    this.filters = filtersOf(data.questions, cubes);
    this.dimensions = data.questions.flatMap(({ visual }) => visual?.dimensions ?? []);
    const last = dayOf(this.clock.getTime() - 1);
    this.days = { first: Math.min(last, ...cubes.map(({ days }) => days?.reduce((a, b) => Math.min(a, b), last) ?? last)), last };
  }

  /** The sheet that shows one value of a dimension. */
  public sheetOf(dimension: string): string | undefined {
    return SHEETS.find(({ opensFor, title }) => opensFor === dimension && this.sheets.includes(title))?.title;
  }

  /** The dimension whose key is in a column of an answer, and the column of its label. */
  public dimensionOfKey(column: string): Dimension | undefined {
    return this.dimensions.find(({ key, name }) => key.column === column && this.filters.some((filter) => filter.name === name));
  }
}

function filtersOf(questions: readonly QuestionData[], cubes: readonly Cube[]): Filter[] {
  const names = [...new Set(questions.flatMap(({ visual }) => visual?.source.filters ?? []))];
  return names.map((name) => {
    const newest = new Map<Key, { readonly text: string; readonly order: number }>();
    let title = name;
    let none: string | undefined;
    for (const { visual, cube } of questions) {
      const dimension = cube !== undefined && visual?.source.filters.includes(name) && visual.dimensions.find((candidate) => candidate.name === name);
      if (!dimension) continue;
      title = dimension.title;
      const { keys, labels, labelOrders, codes } = cubes[cube].dimensions.get(dimensionId(dimension))!;
      keys.forEach((key, code) => {
        const order = labelOrders?.[code] ?? -Infinity;
        const known = newest.get(key);
        if (!known || order > known.order) newest.set(key, { text: labels?.[code] ?? String(key), order });
      });
      if (codes.includes(-1)) none = dimension.none;
    }
    const values = [...newest].map(([key, { text }]) => ({ key, text }));
    return { name, title, none, values: values.sort((a, b) => a.text.localeCompare(b.text) || compareKeys(a.key, b.key)) };
  });
}
