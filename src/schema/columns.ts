import { Column } from './column';
import { KindValues } from './kinds';

/**
 * The columns of the table of requests. No other place names a column. Add new columns at the end: the released order never
 * changes, because a registered partition keeps the order of its registration.
 * The access log format, the Glue table, the handler, docs/columns.md and the type of column names are derived from here.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-variables-for-access-logging.html
 */
export const COLUMNS = [
  { name: 'extended_request_id', kind: 'text', maxBytes: 128, variable: 'extendedRequestId', essential: true, comment: 'Id that API Gateway assigned to the request; callers cannot choose it. Count requests by it.' },
  { name: 'request_id', kind: 'text', maxBytes: 128, variable: 'requestId', fromCaller: true, essential: true, comment: 'Id of the request; callers can choose it with a header.' },
  { name: 'requested_at', kind: 'timestamp', variable: 'requestTimeEpoch', essential: true, comment: 'When API Gateway received the request, UTC.' },
  { name: 'api_id', kind: 'text', maxBytes: 64, variable: 'apiId', essential: true, comment: 'Id of the REST API.' },
  { name: 'api_name', kind: 'text', maxBytes: 256, comment: 'Name of the REST API when the request was delivered.' },
  { name: 'stage', kind: 'text', maxBytes: 128, variable: 'stage', essential: true, comment: 'Name of the stage.' },
  { name: 'domain_name', kind: 'text', maxBytes: 256, variable: 'domainName', fromCaller: true, comment: 'Domain name that the caller used.' },
  { name: 'http_method', kind: 'text', maxBytes: 32, variable: 'httpMethod', fromCaller: true, comment: 'HTTP method of the request.' },
  { name: 'resource_path', kind: 'text', maxBytes: 1024, variable: 'resourcePath', comment: 'Path of the API resource with its parameter names: the endpoint.' },
  { name: 'path', kind: 'text', maxBytes: 2048, variable: 'path', fromCaller: true, personal: true, comment: 'Requested path, including the stage.' },
  { name: 'protocol', kind: 'text', maxBytes: 32, variable: 'protocol', fromCaller: true, comment: 'Protocol of the request.' },
  { name: 'api_key_id', kind: 'text', maxBytes: 128, variable: 'identity.apiKeyId', essential: true, personal: true, comment: 'Id (not the secret value) of the API key; null if the method requires none.' },
  { name: 'api_key_name', kind: 'text', maxBytes: 256, personal: true, comment: 'Name of the API key when the request was delivered.' },
  { name: 'customer_id', kind: 'text', maxBytes: 256, essential: true, personal: true, comment: 'Id of the customer that owns the API key.' },
  { name: 'customer_name', kind: 'text', maxBytes: 256, essential: true, personal: true, comment: 'Name of the customer for reports.' },
  { name: 'usage_plan_id', kind: 'text', maxBytes: 128, essential: true, comment: 'Id of the usage plan that contains the API key and the stage.' },
  { name: 'usage_plan_name', kind: 'text', maxBytes: 256, comment: 'Name of the usage plan when the request was delivered.' },
  { name: 'enrichment_status', kind: 'text', maxBytes: 16, essential: true, comment: 'Result of the name lookup: enriched, or the reason for missing names (no_key, unknown_key, no_plan, no_directory, bad_directory).' },
  { name: 'parse_status', kind: 'text', maxBytes: 16, essential: true, comment: 'How the log line was read: strict, tolerant, or ambiguous (columns that callers influence can be wrong or null).' },
  { name: 'source_ip', kind: 'text', maxBytes: 64, variable: 'identity.sourceIp', personal: true, comment: 'IP address of the caller, as callerAddress stores it.' },
  { name: 'user_agent', kind: 'text', maxBytes: 1024, variable: 'identity.userAgent', fromCaller: true, personal: true, comment: 'User-Agent header of the request.' },
  { name: 'user_arn', kind: 'text', maxBytes: 512, variable: 'identity.userArn', personal: true, comment: 'ARN of the IAM principal that signed the request.' },
  { name: 'account_id', kind: 'text', maxBytes: 32, variable: 'identity.accountId', personal: true, comment: 'AWS account of the IAM principal that signed the request.' },
  { name: 'cognito_identity_id', kind: 'text', maxBytes: 128, variable: 'identity.cognitoIdentityId', personal: true, comment: 'Amazon Cognito identity of the caller.' },
  { name: 'authorizer_principal_id', kind: 'text', maxBytes: 512, variable: 'authorizer.principalId', fromCaller: true, personal: true, comment: 'Principal that the Lambda authorizer returned.' },
  { name: 'status', kind: 'integer', variable: 'status', essential: true, comment: 'HTTP status of the response.' },
  { name: 'response_length_bytes', kind: 'integer', variable: 'responseLength', comment: 'Length of the response, in bytes.' },
  { name: 'response_latency_ms', kind: 'integer', variable: 'responseLatency', comment: 'Time API Gateway took to respond, in milliseconds.' },
  { name: 'integration_status', kind: 'integer', variable: 'integration.status', comment: 'HTTP status that the backend returned.' },
  { name: 'integration_latency_ms', kind: 'integer', variable: 'integration.latency', comment: 'Time the backend took, in milliseconds.' },
  { name: 'integration_error', kind: 'text', maxBytes: 1024, variable: 'integration.error', fromCaller: true, personal: true, comment: 'Error message of the integration.' },
  { name: 'authorizer_status', kind: 'integer', variable: 'authorizer.status', comment: 'HTTP status that the authorizer returned.' },
  { name: 'authorizer_latency_ms', kind: 'integer', variable: 'authorizer.latency', comment: 'Time the authorizer took, in milliseconds.' },
  { name: 'waf_status', kind: 'integer', variable: 'waf.status', comment: 'HTTP status that AWS WAF returned.' },
  { name: 'error_response_type', kind: 'text', maxBytes: 64, variable: 'error.responseType', comment: 'Type of the gateway response, such as THROTTLED or QUOTA_EXCEEDED.' },
  { name: 'error_message', kind: 'text', maxBytes: 1024, variable: 'error.message', fromCaller: true, personal: true, comment: 'Error message of API Gateway.' },
  { name: 'validation_error', kind: 'text', maxBytes: 1024, variable: 'error.validationErrorString', fromCaller: true, personal: true, comment: 'Error message of request validation.' },
  { name: 'xray_trace_id', kind: 'text', maxBytes: 128, variable: 'xrayTraceId', fromCaller: true, comment: 'AWS X-Ray trace id; callers can choose it with a header.' },
  { name: 'internal_key', kind: 'flag', essential: true, comment: 'Whether the API key is internal (internalKeys); null if the key is unknown.' },
] as const satisfies readonly Column[];

type DefaultColumn = (typeof COLUMNS)[number];

/** The name of a default column. A misspelt name does not compile. */
export type ColumnName = DefaultColumn['name'];

/** A default column that API Gateway logs. */
export type LoggedColumnName = Extract<DefaultColumn, { variable: string }>['name'];

/** A default column that the enrichment fills. */
export type EnrichedColumnName = Exclude<ColumnName, LoggedColumnName>;

/** A row of the table of requests. */
export type Row = { [C in DefaultColumn as C['name']]: KindValues[C['kind']] | null };
