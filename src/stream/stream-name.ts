import { IConstruct } from 'constructs';
import { claimName } from '../synth/claimed-names';
import { uniqueName } from '../synth/unique-name';
import { requireLiteral, usageError } from '../synth/usage-error';

/**
 * The names that API Gateway accepts for a stream of access logs.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-logging-to-kinesis.html
 */
const PREFIX = 'amazon-apigateway-';
const MAX_LENGTH = 64;

/** The name of the stream: the given one, or one made from the construct path. */
export function streamName(scope: IConstruct, given: string | undefined): string {
  if (given === undefined) return PREFIX + uniqueName(scope, '-', MAX_LENGTH - PREFIX.length);
  requireLiteral(scope, 'streamName', given);
  if (!given.startsWith(PREFIX) || given.length > MAX_LENGTH || !/^[a-zA-Z0-9_.-]+$/.test(given) || given === PREFIX) {
    throw usageError(scope, `streamName must begin with '${PREFIX}', because API Gateway logs to no other stream, have at most ${MAX_LENGTH} characters `
      + `and only letters, digits and _.-, got '${given}'.`);
  }
  return claimName(scope, 'streamName', given);
}
