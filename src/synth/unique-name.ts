import { Names, Stack } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';

/**
 * A physical name that is unique in the app, and in each stack with another name. It is made from the name of the top-level
 * stack and the path of the construct.
 */
export function uniqueName(scope: IConstruct, separator: '-' | '_', maxLength: number): string {
  return Names.uniqueResourceName(scope, { separator, maxLength, allowedSpecialCharacters: separator });
}

/** The top-level stack that contains a nested stack; the stack itself if it is not nested. */
export function topLevel(stack: Stack): Stack {
  return stack.nestedStackParent ? topLevel(stack.nestedStackParent) : stack;
}
