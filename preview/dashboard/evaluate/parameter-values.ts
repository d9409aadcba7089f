import { InputError } from '../../input-error';
import { Database } from '../../query/database';
import { queryRows } from '../../report/query-rows';
import { Definition, Parameter } from '../definition';
import { parseExpression } from '../expressions/parse';
import { translate } from '../expressions/translate';

/** The value of a parameter: an instant in ISO 8601, or the chosen texts. Without texts, all values are chosen. */
export type ParameterValue =
  | { readonly type: 'time'; readonly instant: string }
  | { readonly type: 'text'; readonly texts: readonly string[] };

export type ParameterValues = ReadonlyMap<string, ParameterValue>;

/** The value of now() in SQL. */
export function clockSql(clock: Date): string {
  return timestamp(clock.toISOString());
}

export function timestamp(instant: string): string {
  return `TIMESTAMP '${instant.replace('T', ' ').replace('Z', '')}'`;
}

/** The defaults of all parameters. */
export async function defaultValues(database: Database, definition: Definition, clock: Date): Promise<ParameterValues> {
  const values = new Map<string, ParameterValue>();
  for (const parameter of definition.parameters) values.set(parameter.name, await defaultValue(database, definition, parameter, clock));
  return values;
}

async function defaultValue(database: Database, definition: Definition, parameter: Parameter, clock: Date): Promise<ParameterValue> {
  const { type, values, expression, path } = parameter;
  if (type === 'text') return { type, texts: values };
  if (expression !== undefined) return { type, instant: await rollingDate(database, definition, expression, path, clock) };
  if (values.length === 1 && !Number.isNaN(Date.parse(values[0]))) return { type, instant: new Date(values[0]).toISOString() };
  throw new InputError(`${path} has no default time, or one that is no time: the preview cannot fill its control.`);
}

/** The instant that an expression without columns gives. */
export async function rollingDate(database: Database, definition: Definition, expression: string, path: string, clock: Date): Promise<string> {
  const [[instant]] = await queryRows(database, `SELECT CAST(${rollingDateSql(definition, expression, path, clock)} AS TIMESTAMP)`);
  return String(instant);
}

export function rollingDateSql({ weekStart }: Definition, expression: string, path: string, clock: Date): string {
  const none = (name: string): never => {
    throw new InputError(`${path}: a rolling date cannot read ${name}.`);
  };
  const scope = { path, clock: clockSql(clock), weekStart, column: none, parameter: none, grouped: () => undefined };
  return translate(parseExpression(expression, path), scope).sql;
}
