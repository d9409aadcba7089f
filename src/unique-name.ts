import { Names, Stack } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';

/** A physical name that no other construct of the app has, nor the same construct in a stack of another name. */
export function uniqueName(scope: IConstruct, separator: '-' | '_', maxLength: number): string {
  // A nested stack's own name is a token: without its parents' names two of them would be called the same.
  const parents: string[] = [];
  for (let stack = Stack.of(scope).nestedStackParent; stack; stack = stack.nestedStackParent) parents.push(Names.uniqueResourceName(stack, {}));
  return Names.uniqueResourceName(scope, { separator, maxLength, extra: parents.join(separator) || undefined, allowedSpecialCharacters: separator });
}
