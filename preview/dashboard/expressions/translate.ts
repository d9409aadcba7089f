import { InputError } from '../../input-error';
import { quoteText } from '../../query/database';
import { WeekDay } from '../definition';
import { Expression, Operator } from './expression';
import { Call, FUNCTIONS } from './functions';
import { Level, Translated } from './translated';

/** What the names in an expression stand for. */
export interface Scope {
  /** Names the expression in errors. */
  readonly path: string;
  /** The SQL of now(). */
  readonly clock: string;
  readonly weekStart: WeekDay;
  column(name: string): Translated;
  parameter(name: string): Translated;
  /** The SQL of a field. Undefined if the visual does not group by it. */
  grouped(name: string): string | undefined;
}

/** Translates an expression to SQL of DuckDB. */
export function translate(expression: Expression, scope: Scope): Translated {
  switch (expression.kind) {
    case 'number': return { sql: String(expression.value), level: 'constant' };
    case 'text': return { sql: quoteText(expression.value), level: 'constant' };
    case 'null': return { sql: 'NULL', level: 'constant' };
    case 'column': return scope.column(expression.name);
    case 'parameter': return scope.parameter(expression.name);
    case 'negative': return map(translate(expression.operand, scope), (sql) => `(- ${sql})`);
    case 'not': return map(translate(expression.operand, scope), (sql) => `(NOT ${sql})`);
    case 'operation': {
      const [left, right] = [translate(expression.left, scope), translate(expression.right, scope)];
      return { sql: operation(expression.operator, left.sql, right.sql), level: together([left, right], scope) };
    }
    case 'list': throw new InputError(`${scope.path}: a list in brackets stands only after a measure, as in sumOver(sum({requests}), []).`);
    case 'call': return translateCall(expression.name, expression.parameters, scope);
  }
}

/** A division keeps decimals, and a division by zero is null. */
function operation(operator: Operator, left: string, right: string): string {
  return operator === '/' ? `(CAST(${left} AS DOUBLE) / nullif(${right}, 0))` : `(${left} ${operator} ${right})`;
}

function translateCall(name: string, parameters: readonly Expression[], scope: Scope): Translated {
  const key = name.toLowerCase();
  if (!Object.hasOwn(FUNCTIONS, key)) {
    throw new InputError(`${scope.path} has the function ${name}, which the preview does not know. It knows ${Object.keys(FUNCTIONS).join(', ')}.`);
  }
  const { arity: [least, most], aggregates, sql } = FUNCTIONS[key];
  if (parameters.length < least || parameters.length > most) {
    throw new InputError(`${scope.path}: ${name} takes ${least === most ? least : most === Infinity ? `at least ${least}` : `${least} to ${most}`} arguments, but has ${parameters.length}.`);
  }
  const used: Translated[] = [];
  const use = (index: number): Translated => {
    const translated = translate(parameters[index], scope);
    used.push(translated);
    return translated;
  };
  const at = (index: number, level: Level): string => {
    const translated = use(index);
    if (translated.level !== level && translated.level !== 'constant') {
      throw new InputError(level === 'row' ? `${scope.path}: ${name} aggregates what is aggregated already.` : `${scope.path}: ${name} needs a measure that aggregates, such as sum(…).`);
    }
    return translated.sql;
  };
  const call: Call = {
    parameters,
    row: (index) => at(index, 'row'),
    group: (index) => at(index, 'group'),
    any: (index) => use(index).sql,
    literal: (index) => literal(parameters[index], name, scope),
    fields: (index) => fields(parameters[index], name, scope),
    clock: scope.clock,
    weekStart: scope.weekStart,
  };
  try {
    const translated = sql(call);
    return { sql: translated, level: aggregates ? 'group' : together(used, scope) };
  } catch (error) {
    // The functions do not know the path of the expression.
    if (error instanceof InputError && !error.message.startsWith(scope.path)) throw new InputError(`${scope.path}: ${error.message}.`);
    throw error;
  }
}

function literal(expression: Expression, name: string, { path }: Scope): string {
  if (expression.kind !== 'text') throw new InputError(`${path}: ${name} needs a unit of time in quotes, such as 'MM'.`);
  return expression.value;
}

function fields(expression: Expression, name: string, { path, grouped }: Scope): string[] {
  if (expression.kind !== 'list') throw new InputError(`${path}: ${name} needs fields in brackets, such as [{customer}], or [] for all rows.`);
  return expression.items.map((item) => {
    const sql = item.kind === 'column' ? grouped(item.name) : undefined;
    if (sql === undefined) throw new InputError(`${path}: ${name} has a field in brackets that the visual does not group by.`);
    return sql;
  });
}

/** As in QuickSight, an expression cannot mix aggregated and other values. */
function together(parts: readonly Translated[], { path }: Scope): Level {
  const levels = new Set(parts.map(({ level }) => level));
  if (levels.has('row') && levels.has('group')) throw new InputError(`${path}: the expression mixes columns with aggregates. Aggregate all of them.`);
  return levels.has('group') ? 'group' : levels.has('row') ? 'row' : 'constant';
}

function map({ sql, level }: Translated, change: (sql: string) => string): Translated {
  return { sql: change(sql), level };
}
