import { Stack } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';
import { topLevel } from './unique-name';
import { usageError } from './usage-error';

const CLAIMS = new WeakMap<Stack, Map<string, IConstruct>>();

/** A physical name is there once in an account and region: two constructs of one stack that ask for it would fail at deployment. */
export function claimName(scope: IConstruct, prop: string, name: string): string {
  const stack = topLevel(Stack.of(scope));
  const claims = CLAIMS.get(stack) ?? new Map<string, IConstruct>();
  const other = claims.get(`${prop} ${name}`);
  if (other) {
    throw usageError(scope, `${prop} '${name}' is that of ${other.node.path} in the same stack. Give each its own, or leave it out to get a name made `
      + 'from the construct path.');
  }
  CLAIMS.set(stack, claims.set(`${prop} ${name}`, scope));
  return name;
}
