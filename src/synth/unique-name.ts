import { Names, Stack } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';

/**
 * A physical name that no other construct of the app has, nor the same construct in a stack of another name: it is made
 * from the name of the top-level stack and the path below it.
 */
export function uniqueName(scope: IConstruct, separator: '-' | '_', maxLength: number): string {
  return Names.uniqueResourceName(scope, { separator, maxLength, allowedSpecialCharacters: separator });
}

/** The stack that a stack is nested in, at any depth; itself where it is not nested. */
export function topLevel(stack: Stack): Stack {
  return stack.nestedStackParent ? topLevel(stack.nestedStackParent) : stack;
}
