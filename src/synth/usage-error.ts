import { Token } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';

/** jsii passes the text of an error to the other languages. It is the message alone: `Error: ` before it would say nothing. */
class UsageError extends Error {
  public toString(): string {
    return this.message;
  }
}

/** An error for the user of the construct: its path, what is wrong, and how to correct it. */
export function usageError(scope: IConstruct, message: string): Error {
  return new UsageError(`[${scope.node.path}] ${message}`);
}

/** Requires a value that is known at synthesis, such as a name that other names contain. */
export function requireLiteral(scope: IConstruct, prop: string, value: string): string {
  if (Token.isUnresolved(value)) {
    throw usageError(scope, `${prop} must be a literal, got a token (a value that is known only at deployment). `
      + 'Pass a plain string, or leave it out to get a name made from the construct path.');
  }
  return value;
}
