import { Token } from 'aws-cdk-lib';
import { hasMembers, isDuration, isSize, nameOfClass, withArticle } from './shown';

/** A value of the wrong type. */
export interface Fault {
  /** What the value is called, such as `stages[1]`. */
  readonly name: string;
  readonly expected: string;
  readonly value: unknown;
}

/** Checks the type of a value. TypeScript does so as well, but plain JavaScript does not. */
export type Check = (value: unknown, name: string) => Fault | undefined;

/** A check of a member that may not be left out. */
export type RequiredCheck = Check & { readonly required: true };

/** A check for each member of an interface. */
export type Checks<Members> = { readonly [Name in keyof Members]-?: undefined extends Members[Name] ? Check : RequiredCheck };

/** @param expected what the value must be, with an article and preferably an example */
export function check(expected: string, accepts: (value: unknown) => boolean): Check {
  return (value, name) => accepts(value) ? undefined : { name, expected, value };
}

export function required(each: Check): RequiredCheck {
  return Object.assign<Check, { required: true }>((value, name) => each(value, name), { required: true });
}

export const TEXT = check('a string', (value) => typeof value === 'string');
export const NUMBER = check('a number', (value) => typeof value === 'number');
export const FLAG = check('true or false', (value) => typeof value === 'boolean');
export const SIZE = check('a Size, such as Size.mebibytes(64)', isSize);

/** @param example the call that makes such a duration */
export function duration(example: string): Check {
  return check(`a Duration, such as ${example}`, isDuration);
}

/** An instance of a class of this library, of any copy of it. */
export function instanceOf<Type>(type: { readonly name: string; readonly prototype: Type }, ...examples: string[]): Check {
  const calls = examples.map((example) => `${type.name}.${example}`).join(' or ');
  return check(`${withArticle(type.name)}, such as ${calls}`, (value) => hasMembers(value) && nameOfClass(value) === type.name);
}

/** A value of an enumeration. An enumeration of numbers also has their names as values. */
export function valueOf(name: string, enumeration: Record<string, string | number>, example: string): Check {
  const values: unknown[] = Object.keys(enumeration).filter((key) => !/^\d+$/.test(key)).map((key) => enumeration[key]);
  return check(`${withArticle(name)}, such as ${name}.${example}`, (value) => Token.isUnresolved(value) || values.includes(value));
}

/** An object of aws-cdk-lib with these members. */
export function withMembers(expected: string, ...names: string[]): Check {
  return check(expected, (value) => hasMembers(value, ...names));
}

export function listOf(expected: string, item: Check): Check {
  return (value, name) => Array.isArray(value) && !Token.isUnresolved(value)
    ? firstFault(Array.from(value, (each, index) => item(each, `${name}[${index}]`)))
    : { name, expected, value };
}

/** An object in which every key has a value of one type. */
export function mapOf(expected: string, item: Check): Check {
  return (value, name) => hasMembers(value) && isPlain(value)
    ? firstFault(Object.entries(value).map(([key, each]) => item(each, `${name}.${key}`)))
    : { name, expected, value };
}

/**
 * An object with the members of an interface. An instance of a class that has none of them was given by mistake, and would
 * be ignored without a word.
 */
export function members<Members>(expected: string, checks: Checks<Members>): Check {
  const all = Object.entries(checks) as [string, Check | RequiredCheck][];
  return (value, name) => hasMembers(value) && (isPlain(value) || all.some(([member]) => member in value))
    ? firstFault(all.filter(([member, each]) => value[member] !== undefined || 'required' in each)
      .map(([member, each]) => each(value[member], name === '' ? member : `${name}.${member}`)))
    : { name, expected, value };
}

function isPlain(value: object): boolean {
  return [undefined, Object.name].includes(nameOfClass(value)) && !Token.isUnresolved(value);
}

function firstFault(faults: readonly (Fault | undefined)[]): Fault | undefined {
  return faults.find((fault) => fault !== undefined);
}
