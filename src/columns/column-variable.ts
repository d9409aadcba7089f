import { IConstruct } from 'constructs';
import { carriesSecretKey, CONTEXT_VARIABLES, isContextVariable } from '../schema/context-variables';
import { nearestName } from '../synth/nearest-name';
import { requireLiteral, usageError } from '../synth/usage-error';

const PREFIX = '$context.';
const PAGE = 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-variables-for-access-logging.html';

/** Requires a variable that a REST API logs and that is not secret, and returns it without its prefix. */
export function requireVariable(scope: IConstruct, argument: string, variable: string): string {
  requireLiteral(scope, `The variable of ${argument}`, variable);
  const refuse = (why: string) => usageError(scope, `The variable of ${argument} ${why}, got '${variable}'.`);
  const name = variable.startsWith(PREFIX) ? variable.slice(PREFIX.length) : undefined;
  if (name === undefined) throw refuse(`must begin with '${PREFIX}', such as $context.authorizer.tenantId`);
  if (carriesSecretKey(name)) throw refuse('must not carry the secret value of an API key, which must never be logged; use $context.identity.apiKeyId, the id of the key');
  if (isContextVariable(name)) return name;
  if (/^authorizer\./.test(name)) {
    throw refuse('must have only letters, digits and underscores after $context.authorizer. or $context.authorizer.claims., because API Gateway logs no others');
  }
  const near = nearestName(name, CONTEXT_VARIABLES);
  throw refuse(`must be an access log variable of a REST API (${near === undefined ? `see ${PAGE}` : `did you mean '${PREFIX}${near}'?`})`);
}
