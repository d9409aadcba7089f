import { IConstruct } from 'constructs';
import { claimName } from '../synth/claimed-names';
import { uniqueName } from '../synth/unique-name';
import { requireLiteral, usageError } from '../synth/usage-error';

/**
 * What API Gateway asks of the name of a stream that it logs to.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-logging-to-kinesis.html
 */
const PREFIX = 'amazon-apigateway-';
const MAX_LENGTH = 64;

/** The stream's name: the one given, or one made from the construct's path. */
export function streamName(scope: IConstruct, given: string | undefined): string {
  if (given === undefined) return PREFIX + uniqueName(scope, '-', MAX_LENGTH - PREFIX.length);
  requireLiteral(scope, 'streamName', given);
  if (!given.startsWith(PREFIX) || given.length > MAX_LENGTH || !/^[a-zA-Z0-9_.-]+$/.test(given) || given === PREFIX) {
    throw usageError(scope, `streamName must begin with '${PREFIX}', because API Gateway logs to no other, have at most ${MAX_LENGTH} characters `
      + `and only letters, digits and _.-, got '${given}'.`);
  }
  return claimName(scope, 'streamName', given);
}
