import { Database, quoteText } from '../preview/query/database';

/** The fields of the sample's lines. */
const FIELDS = [
  'apiId stage requestId ip requestTime httpMethod routeKey status protocol responseLength accountId authorizerClaimsProperty authorizerPrincipalId',
  'authorizerProperty domainName domainPrefix errorMessage errorResponseType identityAccountId identityApiKeyId identityCaller',
  'identityCognitoAuthenticationProvider identityCognitoAuthenticationType identityCognitoIdentityId identityCognitoIdentityPoolId identityPrincipalOrgId',
  'identityUser identityUserAgent identityUserArn path resourcePath wafResponseCode webaclArn sub clientId aud authorizeError authorizeLatency authorizeStatus',
  'authorizerError authorizerIntegrationLatency authorizerIntegrationStatus authorizerLatency authorizerStatus integrationLatency responseLatency',
  'identity.apiKeyName identity.usagePlanName',
].join(' ').split(' ');

/** Our columns whose values fields have. `domainPrefix` is the id of the API. */
const COLUMNS = [
  'api_id', 'stage', 'request_id', 'source_ip', 'http_method', 'status', 'protocol', 'response_length_bytes', 'authorizer_principal_id', 'domain_name', 'api_id',
  'error_message', 'error_response_type', 'account_id', 'api_key_id', 'cognito_identity_id', 'user_agent', 'user_arn', 'path', 'resource_path',
  'authorizer_latency_ms', 'authorizer_status', 'integration_latency_ms', 'response_latency_ms', 'api_key_name', 'usage_plan_name',
];

/** Values of fixed length, of `requestTime` and `accountId`. */
const FIXED = ['2026-10-01T00:00:00', '123456789012'];

/**
 * The bytes of the requests of Parquet files as the sample of AWS writes them: lines of Python's `json.dumps`, without compression.
 * @see https://github.com/aws-samples/serverless-samples/tree/main/apigw-log-analytic
 */
export async function sampleLineBytes(database: Database, files: readonly string[]): Promise<number> {
  const empty = JSON.stringify(Object.fromEntries(FIELDS.map((name) => [name, ''])));
  // Python writes a space after each colon and after each comma.
  const spaces = 2 * FIELDS.length - 1;
  // API Gateway logs a hyphen where there is no value.
  const hyphens = FIELDS.length - COLUMNS.length - FIXED.length;
  const constant = empty.length + spaces + hyphens + FIXED.join('').length + '\n'.length;
  const values = COLUMNS.map((column) => `strlen(coalesce(CAST(${column} AS VARCHAR), '-'))`);
  return database.number(`SELECT CAST(sum(${constant} + ${values.join(' + ')}) AS DOUBLE) FROM read_parquet([${files.map(quoteText).join(', ')}])`);
}
