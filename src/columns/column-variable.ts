import { IConstruct } from 'constructs';
import { carriesSecretKey, CONTEXT_VARIABLES, isContextVariable } from '../schema/context-variables';
import { nearestName } from '../synth/nearest-name';
import { requireLiteral, usageError } from '../synth/usage-error';

const PREFIX = '$context.';
const PAGE = 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-variables-for-access-logging.html';

/** The variable, without its prefix, if a REST API logs it and it is no secret. */
export function requireVariable(scope: IConstruct, argument: string, variable: string): string {
  requireLiteral(scope, `The variable of ${argument}`, variable);
  const refuse = (why: string) => usageError(scope, `The variable of ${argument} ${why}, got '${variable}'.`);
  const name = variable.startsWith(PREFIX) ? variable.slice(PREFIX.length) : undefined;
  if (name === undefined) throw refuse(`must begin with '${PREFIX}', such as $context.authorizer.tenantId`);
  if (carriesSecretKey(name)) throw refuse('must not carry the secret value of an API key, which is never logged; $context.identity.apiKeyId is its id');
  if (isContextVariable(name)) return name;
  if (/^authorizer\./.test(name)) {
    throw refuse('must have only letters, digits and underscores after $context.authorizer. or $context.authorizer.claims.: API Gateway logs no other');
  }
  const near = nearestName(name, CONTEXT_VARIABLES);
  throw refuse(`must be a variable of a REST API's access log (${near === undefined ? `see ${PAGE}` : `did you mean '${PREFIX}${near}'?`})`);
}
