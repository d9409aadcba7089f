import { InputError } from '../../input-error';
import { quoteIdentifier, quoteText } from '../../query/database';
import { AggregatedColumn, Aggregation, Column, Definition } from '../definition';
import { clockSql, ParameterValues, timestamp } from './parameter-values';
import { parseExpression } from '../expressions/parse';
import { translate } from '../expressions/translate';
import { Translated } from '../expressions/translated';

const AGGREGATES: Readonly<Record<Aggregation, (sql: string) => string>> = {
  SUM: (sql) => `sum(${sql})`,
  AVERAGE: (sql) => `avg(${sql})`,
  MIN: (sql) => `min(${sql})`,
  MAX: (sql) => `max(${sql})`,
  COUNT: (sql) => `count(${sql})`,
  DISTINCT_COUNT: (sql) => `count(DISTINCT ${sql})`,
};

const TYPES = { STRING: 'VARCHAR', INTEGER: 'BIGINT', DECIMAL: 'DOUBLE', DATETIME: 'TIMESTAMP', BOOLEAN: 'BOOLEAN' } as const;

/** The columns and calculated fields of one data set, in SQL. */
export class DataSetScope {
  constructor(
    private readonly definition: Definition,
    private readonly identifier: string,
    private readonly parameters: ParameterValues,
    public readonly clock: Date,
    /** The fields that a visual groups by, in SQL. */
    private readonly grouped: ReadonlyMap<string, string> = new Map(),
  ) {}

  /** The rows of the data set, with the types that it declares. */
  public rows(sql: string): string {
    const columns = this.dataSet.columns.map(({ name, type }) => `CAST(${quoteIdentifier(name)} AS ${TYPES[type]}) AS ${quoteIdentifier(name)}`);
    return `SELECT ${columns.join(', ')} FROM (\n${sql}\n)`;
  }

  public get dataSet() {
    return this.definition.dataSets.get(this.identifier)!;
  }

  /** A column or a calculated field that has a value for each row. */
  public row({ name, path }: Column): string {
    const { sql, level } = this.named(name, path, []);
    if (level === 'group') throw new InputError(`${path}: the calculated field ${name} aggregates, so it can be a measure alone.`);
    return sql;
  }

  /** A measure, which has a value for each group. */
  public group({ column, aggregation }: AggregatedColumn): string {
    const { sql, level } = this.named(column.name, column.path, []);
    if (level === 'group' && aggregation !== undefined) {
      throw new InputError(`${column.path}: the calculated field ${column.name} aggregates, so it cannot have the AggregationFunction ${aggregation}.`);
    }
    if (level !== 'group' && aggregation === undefined) throw new InputError(`${column.path}: the measure ${column.name} needs an AggregationFunction.`);
    return aggregation === undefined ? sql : AGGREGATES[aggregation](sql);
  }

  /** Refuses a calculated field that the preview cannot compute, whatever a visual groups by. */
  public check(name: string, path: string): void {
    const grouped = new Map(this.names.map((each) => [each, each]));
    new DataSetScope(this.definition, this.identifier, this.parameters, this.clock, grouped).named(name, path, []);
  }

  /** `within` are the calculated fields that are being computed. */
  private named(name: string, path: string, within: readonly string[]): Translated {
    if (within.includes(name)) throw new InputError(`${path}: the calculated field ${name} uses itself: ${[...within, name].join(', ')}.`);
    const calculated = this.definition.calculatedFields.find((field) => field.dataSet === this.identifier && field.name === name);
    if (calculated) return this.calculated(calculated.expression, calculated.path, [...within, name]);
    if (!this.dataSet.columns.some((column) => column.name === name)) {
      throw new InputError(`${path}: the data set ${this.identifier} has no column and no calculated field ${name}. It has ${this.names.join(', ')}.`);
    }
    return { sql: quoteIdentifier(name), level: 'row' };
  }

  private get names(): string[] {
    const calculated = this.definition.calculatedFields.filter(({ dataSet }) => dataSet === this.identifier);
    return [...this.dataSet.columns, ...calculated].map(({ name }) => name);
  }

  private calculated(expression: string, path: string, within: readonly string[]): Translated {
    return translate(parseExpression(expression, path), {
      path,
      clock: clockSql(this.clock),
      weekStart: this.definition.weekStart,
      column: (name) => this.named(name, path, within),
      parameter: (name) => this.parameter(name, path),
      grouped: (name) => this.grouped.get(name),
    });
  }

  private parameter(name: string, path: string): Translated {
    const value = this.parameters.get(name);
    if (!value) throw new InputError(`${path} uses the parameter ${name}, which the definition does not declare.`);
    if (value.type === 'time') return { sql: timestamp(value.instant), level: 'constant' };
    if (value.texts.length > 1) throw new InputError(`${path} uses the parameter ${name} as one value, but it has ${value.texts.length}.`);
    return { sql: value.texts.length === 0 ? 'NULL' : quoteText(value.texts[0]), level: 'constant' };
  }
}
