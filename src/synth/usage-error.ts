import { Token } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';

/** An error in the words of whoever uses the construct: where, what is wrong, and the way out. */
export function usageError(scope: IConstruct, message: string): Error {
  return new Error(`[${scope.node.path}] ${message}`);
}

/** Names that take part in other names must be known at synthesis. */
export function requireLiteral(scope: IConstruct, prop: string, value: string): string {
  if (Token.isUnresolved(value)) {
    throw usageError(scope, `${prop} must be a literal, got a token (a value that is known only at deployment). `
      + 'Pass a plain string, or leave it out to get a name made from the construct path.');
  }
  return value;
}
