import { TemplateError } from '../input-error';
import { REGION } from './pseudo-parameters';

/** The part of a stack that its intrinsic functions need. */
export interface IntrinsicScope {
  readonly name: string;
  ref(name: string): unknown;
  getAtt(logicalId: string, attribute: string): unknown;
  importValue(exportName: string): unknown;
  findInMap(map: string, first: string, second: string): unknown;
  condition(name: string): boolean;
}

type IntrinsicFunction = (argument: any, scope: IntrinsicScope) => unknown;

const FUNCTIONS: Record<string, IntrinsicFunction> = {
  'Ref': (name, scope) => scope.ref(name),
  'Condition': (name, scope) => scope.condition(name),
  'Fn::GetAtt': (target, scope) => {
    const [logicalId, ...attribute] = typeof target === 'string' ? target.split('.') : target;
    return scope.getAtt(logicalId, attribute.map((part: unknown) => resolveValue(part, scope)).join('.'));
  },
  'Fn::Join': ([delimiter, values], scope) => (resolveValue(values, scope) as unknown[]).join(delimiter),
  'Fn::Sub': (argument, scope) => {
    const [text, variables] = typeof argument === 'string' ? [argument, {}] : argument;
    return substitute(text, variables, scope);
  },
  'Fn::Select': ([index, values], scope) => (resolveValue(values, scope) as unknown[])[Number(resolveValue(index, scope))],
  'Fn::Split': ([delimiter, text], scope) => String(resolveValue(text, scope)).split(delimiter),
  'Fn::ImportValue': (name, scope) => scope.importValue(String(resolveValue(name, scope))),
  'Fn::FindInMap': (keys, scope) => {
    const [map, first, second] = resolveValue(keys, scope) as string[];
    return scope.findInMap(map, first, second);
  },
  'Fn::Base64': (text, scope) => Buffer.from(String(resolveValue(text, scope))).toString('base64'),
  'Fn::GetAZs': () => ['a', 'b', 'c'].map((zone) => REGION + zone),
  'Fn::ToJsonString': (value, scope) => JSON.stringify(resolveValue(value, scope)),
  'Fn::If': ([condition, whenTrue, whenFalse], scope) => resolveValue(scope.condition(condition) ? whenTrue : whenFalse, scope),
  'Fn::Equals': ([left, right], scope) => String(resolveValue(left, scope)) === String(resolveValue(right, scope)),
  'Fn::And': (conditions, scope) => conditions.every((condition: unknown) => resolveValue(condition, scope) === true),
  'Fn::Or': (conditions, scope) => conditions.some((condition: unknown) => resolveValue(condition, scope) === true),
  'Fn::Not': ([condition], scope) => resolveValue(condition, scope) !== true,
};

/** Evaluates the intrinsic functions in a value of a template. Values that are AWS::NoValue are left out. */
export function resolveValue(value: unknown, scope: IntrinsicScope): unknown {
  if (Array.isArray(value)) return value.map((item) => resolveValue(item, scope)).filter((item) => item !== undefined);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  if (entries.length === 1) {
    const [name, argument] = entries[0];
    // Policy statements also have a key `Condition`, but its value is an object.
    const isFunction = name.startsWith('Fn::') || name === 'Ref' || (name === 'Condition' && typeof argument === 'string');
    if (isFunction) return call(name, argument, scope);
  }
  return Object.fromEntries(entries.map(([key, item]) => [key, resolveValue(item, scope)]).filter(([, item]) => item !== undefined));
}

function call(name: string, argument: unknown, scope: IntrinsicScope): unknown {
  if (!Object.hasOwn(FUNCTIONS, name)) {
    throw new TemplateError(`template ${scope.name} uses the function ${name}, which the preview does not support. It supports ${Object.keys(FUNCTIONS).join(', ')}.`);
  }
  return FUNCTIONS[name](argument, scope);
}

function substitute(text: string, variables: Record<string, unknown>, scope: IntrinsicScope): string {
  return text.replace(/\$\{(!?)([^}]+)\}/g, (_match, literal: string, name: string) => {
    if (literal) return `\${${name}}`;
    if (Object.hasOwn(variables, name)) return String(resolveValue(variables[name], scope));
    return String(FUNCTIONS[name.includes('.') ? 'Fn::GetAtt' : 'Ref'](name, scope));
  });
}
