/** A request: the values of its `$context` variables. The names are without `$context.`. */
export type Variables = Readonly<Record<string, string>>;

/** Every variable of a REST API's access log that has a fixed name. The library's own list is compared with this one. */
export const CONTEXT_VARIABLES: ReadonlySet<string> = new Set(`
accountId apiId authenticate.error authenticate.latency authenticate.status authorize.error authorize.latency authorize.status
awsEndpointRequestId customDomain.basePathMatched customDomain.routingRuleIdMatched domainName domainPrefix
error.message error.messageString error.responseType error.validationErrorString extendedRequestId httpMethod
identity.accountId identity.apiKey identity.apiKeyId identity.caller identity.clientCert.clientCertPem identity.clientCert.issuerDN
identity.clientCert.serialNumber identity.clientCert.subjectDN identity.clientCert.validity.notAfter identity.clientCert.validity.notBefore
identity.cognitoAuthenticationProvider identity.cognitoAuthenticationType identity.cognitoIdentityId identity.cognitoIdentityPoolId
identity.principalOrgId identity.sourceIp identity.user identity.userAgent identity.userArn identity.vpcId identity.vpceId
integration.error integration.integrationStatus integration.latency integration.requestId integration.status
integrationErrorMessage integrationLatency integrationStatus isCanaryRequest path protocol requestId requestTime requestTimeEpoch
resourceId resourcePath responseLatency responseLength responseOverride.status stage status waf.error waf.latency waf.status wafResponseCode webaclArn xrayTraceId
`.trim().split(/\s+/));

/** Values of authorizers, claims and overrides, which the API's owner names. */
const NAMED_BY_OWNER = /^(authorizer\.(claims\.)?\w+|(requestOverride\.(header|path|querystring)|responseOverride\.header)\.[\w-]+)$/;

/** Variables that AWS documents as the same value under two names. */
const SAME_AS: Readonly<Record<string, string>> = {
  'integrationLatency': 'integration.latency',
  'integration.latency': 'integrationLatency',
  'integrationStatus': 'integration.integrationStatus',
  'integration.integrationStatus': 'integrationStatus',
  'integrationErrorMessage': 'integration.error',
  'integration.error': 'integrationErrorMessage',
};

export function isContextVariable(name: string): boolean {
  return CONTEXT_VARIABLES.has(name) || NAMED_BY_OWNER.test(name);
}

/** The value that is logged for a variable of a request; undefined if the request does not have it. */
export function contextValue(request: Variables, name: string, escape: (value: string) => string): string | undefined {
  const value = own(request, name) ?? own(request, SAME_AS[name]);
  if (value !== undefined) return escape(value);
  // The quoted value of error.message. No other variable includes its quotes.
  const message = name === 'error.messageString' ? own(request, 'error.message') : undefined;
  return message === undefined ? undefined : `"${escape(message)}"`;
}

function own(request: Variables, name: string | undefined): string | undefined {
  return name !== undefined && Object.hasOwn(request, name) ? request[name] : undefined;
}
