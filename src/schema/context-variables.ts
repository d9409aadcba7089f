/**
 * The access log variables of a REST API, without `$context.`: those that API Gateway sets, and those that callers can
 * choose in whole or in part.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-variables-for-access-logging.html
 */
const GIVEN = [
  'accountId', 'apiId', 'awsEndpointRequestId', 'domainPrefix', 'extendedRequestId', 'requestTime', 'requestTimeEpoch', 'resourceId',
  'resourcePath', 'responseLatency', 'responseLength', 'stage', 'status', 'wafResponseCode', 'webaclArn', 'error.responseType',
  'identity.accountId', 'identity.apiKeyId', 'identity.caller', 'identity.cognitoAuthenticationType', 'identity.cognitoIdentityId',
  'identity.cognitoIdentityPoolId', 'identity.principalOrgId', 'identity.sourceIp', 'identity.user', 'identity.userArn', 'identity.vpcId',
  'identity.vpceId', 'isCanaryRequest', 'customDomain.routingRuleIdMatched',
  'authenticate.latency', 'authenticate.status', 'authorize.latency', 'authorize.status',
  'authorizer.integrationLatency', 'authorizer.integrationStatus', 'authorizer.latency', 'authorizer.requestId', 'authorizer.status',
  'integration.integrationStatus', 'integration.latency', 'integration.requestId', 'integration.status',
  'integrationLatency', 'integrationStatus', 'waf.latency', 'waf.status',
] as const;

const CHOSEN = [
  'customDomain.basePathMatched', 'domainName', 'httpMethod', 'path', 'protocol', 'requestId', 'xrayTraceId',
  'error.message', 'error.messageString', 'error.validationErrorString',
  'identity.clientCert.clientCertPem', 'identity.clientCert.issuerDN', 'identity.clientCert.serialNumber', 'identity.clientCert.subjectDN',
  'identity.clientCert.validity.notAfter', 'identity.clientCert.validity.notBefore', 'identity.cognitoAuthenticationProvider', 'identity.userAgent',
  'authenticate.error', 'authorize.error', 'authorizer.error', 'authorizer.principalId', 'integration.error', 'integrationErrorMessage',
  'responseOverride.status', 'waf.error',
] as const;

/** Variables whose last part is chosen by the API owner or the caller: authorizer values, claims and mapping overrides. */
const FAMILIES = [
  /^authorizer\.(claims\.)?[a-zA-Z0-9_]+$/,
  /^requestOverride\.(header|path|querystring)\.[a-zA-Z0-9_-]+$/,
  /^responseOverride\.header\.[a-zA-Z0-9_-]+$/,
];

/** Every variable with a fixed name. */
export const CONTEXT_VARIABLES: readonly string[] = [...GIVEN, ...CHOSEN];

const GIVEN_NAMES: ReadonlySet<string> = new Set(GIVEN);
const NAMES: ReadonlySet<string> = new Set(CONTEXT_VARIABLES);

/** Whether REST APIs log a variable of this name. */
export function isContextVariable(variable: string): boolean {
  return NAMES.has(variable) || FAMILIES.some((family) => family.test(variable));
}

/** Whether callers can choose the value, or part of it: true for everything that API Gateway does not set itself. */
export function isFromCaller(variable: string): boolean {
  return !GIVEN_NAMES.has(variable);
}

/** Whether the value is, or may be, the secret of an API key. */
export function carriesSecretKey(variable: string): boolean {
  return variable === 'identity.apiKey' || /^requestOverride\.header\.x-api-key$/i.test(variable);
}
