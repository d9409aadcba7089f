/**
 * The variables of a REST API's access log, without `$context.`, and which of them whoever calls the API can choose, in
 * whole or in part.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-variables-for-access-logging.html
 */
const GIVEN = [
  'accountId', 'apiId', 'awsEndpointRequestId', 'domainPrefix', 'extendedRequestId', 'requestTime', 'requestTimeEpoch', 'resourceId',
  'resourcePath', 'responseLatency', 'responseLength', 'stage', 'status', 'wafResponseCode', 'webaclArn', 'error.responseType',
  'identity.accountId', 'identity.apiKeyId', 'identity.caller', 'identity.cognitoAuthenticationType', 'identity.cognitoIdentityId',
  'identity.cognitoIdentityPoolId', 'identity.principalOrgId', 'identity.sourceIp', 'identity.user', 'identity.userArn',
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

/** Variables whose last part is the owner's or the caller's: an authorizer's values and claims, what a mapping overrides. */
const FAMILIES = [
  /^authorizer\.(claims\.)?[a-zA-Z0-9_]+$/,
  /^requestOverride\.(header|path|querystring)\.[a-zA-Z0-9_-]+$/,
  /^responseOverride\.header\.[a-zA-Z0-9_-]+$/,
];

/** Every variable that has a name of its own. */
export const CONTEXT_VARIABLES: readonly string[] = [...GIVEN, ...CHOSEN];

const GIVEN_NAMES: ReadonlySet<string> = new Set(GIVEN);
const NAMES: ReadonlySet<string> = new Set(CONTEXT_VARIABLES);

/** Whether REST APIs log a variable of this name. */
export function isContextVariable(variable: string): boolean {
  return NAMES.has(variable) || FAMILIES.some((family) => family.test(variable));
}

/** Whether a caller can choose the value, or part of it: everything that API Gateway itself does not give. */
export function isFromCaller(variable: string): boolean {
  return !GIVEN_NAMES.has(variable);
}

/** Whether the value is, or may be, the secret of an API key. */
export function carriesSecretKey(variable: string): boolean {
  return variable === 'identity.apiKey' || /^requestOverride\.header\.x-api-key$/i.test(variable);
}
