import { ComputedColumn } from './view';

/** The types of the gateway responses by which API Gateway refuses a caller that it cannot authenticate or authorise. */
const UNAUTHORISED_TYPES = [
  'ACCESS_DENIED', 'EXPIRED_TOKEN', 'INVALID_API_KEY', 'INVALID_SIGNATURE', 'MISSING_AUTHENTICATION_TOKEN', 'UNAUTHORIZED',
];

/** How a request ended, from its status and the type of the gateway response, never from the text of a message. */
export const OUTCOMES = [
  { name: 'quota_exceeded', title: 'Quota exceeded', when: 'error_response_type = \'QUOTA_EXCEEDED\'' },
  { name: 'throttled', title: 'Throttled', when: 'error_response_type = \'THROTTLED\'' },
  {
    name: 'unauthorised',
    title: 'Unauthorised',
    when: `status = 401 OR error_response_type IN (${UNAUTHORISED_TYPES.map((type) => `'${type}'`).join(', ')})`,
  },
  { name: 'server_error', title: 'Server error', when: 'status >= 500' },
  { name: 'client_error', title: 'Client error', when: 'status >= 400' },
  { name: 'ok', title: 'OK', when: 'status IS NOT NULL' },
] as const;

export const STATUS_CLASSES = ['1xx', '2xx', '3xx', '4xx', '5xx'] as const;

function cases(branches: readonly (readonly [when: string, then: string])[]): string {
  return `CASE ${branches.map(([when, then]) => `WHEN ${when} THEN '${then}'`).join(' ')} END`;
}

/** Columns of a request that follow from logged ones. */
export const DERIVED_COLUMNS: readonly ComputedColumn[] = [
  {
    name: 'endpoint',
    kind: 'text',
    comment: 'Method and path of the API resource; null if the request reached no resource.',
    sql: 'http_method || \' \' || resource_path',
    reads: ['http_method', 'resource_path'],
  },
  {
    name: 'status_class',
    kind: 'text',
    comment: 'First digit of the HTTP status: 1xx, 2xx, 3xx, 4xx or 5xx.',
    sql: cases(STATUS_CLASSES.map((name) => [`status BETWEEN ${name[0]}00 AND ${name[0]}99`, name])),
    reads: ['status'],
  },
  {
    name: 'outcome',
    kind: 'text',
    comment: `How the request ended: ${OUTCOMES.map(({ name }) => name).join(', ')}.`,
    sql: cases(OUTCOMES.map(({ name, when }) => [when, name])),
    reads: ['status', 'error_response_type'],
  },
];
