import { createHash } from 'crypto';
import { Names, Stack } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';

const HASH_LENGTH = 8;

/** A physical name that no other construct of the app has, nor the same construct in a stack of another name. */
export function uniqueName(scope: IConstruct, separator: '-' | '_', maxLength: number): string {
  const parent = Stack.of(scope).nestedStackParent;
  const name = (length: number) => Names.uniqueResourceName(scope, { separator, maxLength: length, allowedSpecialCharacters: separator });
  if (parent === undefined) return name(maxLength);
  // A nested stack's own name is known at deployment only: its parents tell two of the same id apart.
  const path = `${topLevel(parent).stackName}/${scope.node.path}`;
  return name(maxLength - HASH_LENGTH - 1) + separator + createHash('sha256').update(path).digest('hex').slice(0, HASH_LENGTH);
}

/** The stack that a stack is nested in, at any depth; itself where it is not nested. */
export function topLevel(stack: Stack): Stack {
  return stack.nestedStackParent ? topLevel(stack.nestedStackParent) : stack;
}
