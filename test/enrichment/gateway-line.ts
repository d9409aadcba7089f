import { accessLogFormatOf } from '../../src/schema/access-log-format';
import { Column } from '../../src/schema/column';
import { COLUMNS } from '../../src/schema/columns';

/** Values by column; a column that has none is logged as API Gateway logs an absent variable. */
export type Logged = Readonly<Record<string, string | Buffer | undefined>>;

export type Escaping = 'none' | 'json';

/** A line as API Gateway writes it: the format with its variables replaced, whatever stands in them. */
export function gatewayLine(values: Logged, escaping: Escaping = 'json', columns: readonly Column[] = COLUMNS): Buffer {
  const names = new Map(columns.map(({ name, variable }) => [`$context.${variable}`, name]));
  const parts = accessLogFormatOf(columns).split(/(\$context\.[\w.]+)/);
  return Buffer.concat(parts.map((part) => {
    const name = names.get(part);
    return name === undefined ? Buffer.from(part) : escaped(values[name] ?? '-', escaping);
  }));
}

function escaped(value: string | Buffer, escaping: Escaping): Buffer {
  if (escaping === 'none') return Buffer.from(value);
  // Escaping is by byte, so that bytes that are no UTF-8 stay what they are.
  const text = JSON.stringify(Buffer.from(value).toString('latin1'));
  return Buffer.from(text.slice(1, -1), 'latin1');
}

/** What every request has and no caller can choose. */
export const REQUEST: Logged = {
  extended_request_id: 'Xr5aGFcjoAMF1Hw=',
  requested_at: '1779012303123',
  api_id: 'a1b2c3',
  stage: 'prod',
  resource_path: '/v1/orders/{orderId}',
  api_key_id: 'key-of-initech',
  source_ip: '203.0.113.77',
  status: '200',
  response_length_bytes: '812',
  response_latency_ms: '37',
  request_id: 'd1f5c2e0-0000-4000-8000-1234567890ab',
  http_method: 'GET',
  path: '/prod/v1/orders/17',
  user_agent: 'curl/8.5.0',
};
