import { Column } from '../../src/schema/column';
import { COLUMNS, ColumnName } from '../../src/schema/columns';
import { KINDS } from '../../src/schema/kinds';
import { columnsOf, inLogOrder, SAME_COLUMNS } from '../../src/schema/log-schema';

const columns: readonly Column[] = COLUMNS;
const columnNamed = (name: ColumnName) => columns.find((column) => column.name === name)!;
const namesWhere = (holds: (column: Column) => boolean) => columns.filter(holds).map(({ name }) => name).sort();

const NAMES = 'extended_request_id, request_id, requested_at, api_id, api_name, stage, domain_name, http_method, resource_path, path, protocol, api_key_id, '
  + 'api_key_name, customer_id, customer_name, usage_plan_id, usage_plan_name, enrichment_status, parse_status, source_ip, user_agent, user_arn, account_id, '
  + 'cognito_identity_id, authorizer_principal_id, status, response_length_bytes, response_latency_ms, integration_status, integration_latency_ms, '
  + 'integration_error, authorizer_status, authorizer_latency_ms, waf_status, error_response_type, error_message, validation_error, xray_trace_id';

const FROM_CALLER = 'request_id, domain_name, http_method, path, protocol, user_agent, authorizer_principal_id, integration_error, error_message, '
  + 'validation_error, xray_trace_id';

test('the names that queries stand on are there', () => {
  expect(columns.map(({ name }) => name)).toEqual(expect.arrayContaining(NAMES.split(', ')));
});

test('columns that a caller or an authorizer can influence are marked', () => {
  const expected = new Set([...FROM_CALLER.split(', '), ...namesWhere(({ variable }) => /^authorizer\.(?!status$|latency$|error$)/.test(variable ?? ''))]);
  expect(namesWhere(({ fromCaller }) => fromCaller === true)).toEqual([...expected].sort());
});

test('each column has a unique name that is valid in SQL and Athena, and its own variable', () => {
  const [names, variables] = [columns.map(({ name }) => name), columns.flatMap(({ variable }) => variable ?? [])];
  expect(new Set(names).size).toBe(names.length);
  expect(new Set(variables).size).toBe(variables.length);
  for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
  for (const name of ['year', 'month', 'day', 'hour']) expect(names).not.toContain(name);
});

test('the secret value of an API key is no column', () => {
  expect(columns.map(({ variable }) => variable)).not.toContain('identity.apiKey');
  expect(columnNamed('api_key_id').variable).toBe('identity.apiKeyId');
});

test('the time is an instant, numbers are integers, and every text has an end', () => {
  expect(columnNamed('requested_at')).toMatchObject({ kind: 'timestamp', variable: 'requestTimeEpoch' });
  for (const { name, kind } of columns.filter((column) => /(status|_bytes|_ms)$/.test(column.name) && column.variable)) {
    expect([name, kind]).toEqual([name, 'integer']);
  }
  for (const column of columns) if (column.kind === 'text') expect(column.maxBytes).toBeGreaterThan(0);
});

test('every column has a sentence that describes it', () => {
  for (const { comment } of columns) expect(comment).toMatch(/^[A-Z].*\.$/);
});

test('the kinds are five, by names that no binding renames', () => {
  expect(Object.keys(KINDS)).toEqual(['text', 'integer', 'number', 'flag', 'timestamp']);
});

test('the log has the columns that no caller can influence first, and each group in the order of the table', () => {
  const logged = inLogOrder(columns);
  expect(logged.map(({ name }) => name).sort()).toEqual(namesWhere(({ variable }) => variable !== undefined));
  const border = logged.findIndex(({ fromCaller }) => fromCaller);
  expect(logged.slice(border).every(({ fromCaller }) => fromCaller)).toBe(true);
  const places = logged.map(({ name }) => columns.findIndex((column) => column.name === name));
  for (const part of [places.slice(0, border), places.slice(border)]) expect(part).toEqual([...part].sort((a, b) => a - b));
});

test('extra columns follow the default columns, and omitted columns are absent', () => {
  const own: Column = { name: 'tenant', kind: 'text', maxBytes: 64, variable: 'authorizer.tenant', fromCaller: true, comment: 'Tenant.' };
  expect(columnsOf(SAME_COLUMNS)).toEqual(columns);
  expect(columnsOf({ extra: [own], omitted: ['waf_status'] })).toEqual([...columns.filter(({ name }) => name !== 'waf_status'), own]);
});
