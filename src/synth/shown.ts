import { Duration, Size, Token } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';

const MAX_TEXT = 80;

/** A value as an error shows it after "got". */
export function shown(value: unknown): string {
  if (isDuration(value) || isSize(value)) return value.isUnresolved() ? 'a token' : quantity(value);
  if (Token.isUnresolved(value)) return 'a token';
  if (typeof value === 'string') return `'${value.length > MAX_TEXT ? `${value.slice(0, MAX_TEXT)}…` : value}'`;
  if (typeof value === 'function') return 'a function';
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (isConstruct(value)) return `the construct ${value.node.path}`;
  const name = nameOfClass(value);
  return name === undefined || name === 'Object' ? 'an object' : withArticle(name);
}

export function withArticle(name: string): string {
  return `${/^[AEIO]/i.test(name) ? 'an' : 'a'} ${name}`;
}

/** The name of the class of an object. Two copies of a library have two classes of one name. */
export function nameOfClass(value: object): string | undefined {
  return (value.constructor as { name?: string } | undefined)?.name;
}

// An app may hold two copies of aws-cdk-lib, so members tell the type of an object, and not its class.

export function isConstruct(value: unknown): value is IConstruct {
  return hasMembers(value, 'node') && hasMembers(value.node, 'path');
}

export function isDuration(value: unknown): value is Duration {
  return hasMembers(value, 'isUnresolved', 'toMilliseconds');
}

export function isSize(value: unknown): value is Size {
  return hasMembers(value, 'isUnresolved', 'toBytes');
}

export function hasMembers(value: unknown, ...members: string[]): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && members.every((member) => member in value);
}

function quantity(value: Duration | Size): string {
  return isDuration(value) ? value.toString() : `${value.toBytes() / Size.mebibytes(1).toBytes()} MiB`;
}
