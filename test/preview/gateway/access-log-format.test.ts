import { AccessLogFormat } from '../../../preview/gateway/access-log-format';
import { Variables } from '../../../preview/gateway/context-variables';
import { Escaping } from '../../../preview/gateway/escaping';

const render = (format: string, request: Variables, escaping: Escaping = 'none') => AccessLogFormat.parse(`$context.requestId ${format}`, 'prod').render(request, escaping).slice(2);

test.each<[string, string, Variables, Escaping, string]>([
  ['missing', '"$context.status"', {}, 'none', '"-"'],
  ['untouched', '$context.path', { path: '"\\\n$context.status' }, 'none', '"\\\n$context.status'],
  ['escaped', '$context.path', { path: '"\\\n\u0001é' }, 'json', '\\"\\\\\\n\\u0001é'],
  ['the longest name wins', '$context.integration.status.', { 'integration.status': '200' }, 'none', '200.'],
  ['an overridden header', '$context.requestOverride.header.X-Tenant-Id-', { 'requestOverride.header.X-Tenant-Id-': 'acme' }, 'none', 'acme'],
  ['a hyphen elsewhere', '$context.status-x', { status: '200' }, 'none', '200-x'],
  ['by its other name', '$context.integration.latency $context.integrationStatus', { 'integrationLatency': '12', 'integration.integrationStatus': '201' }, 'none', '12 201'],
  ['each by its own name', '$context.integration.error $context.integrationErrorMessage', { 'integration.error': 'a', 'integrationErrorMessage': 'b' }, 'none', 'a b'],
  ['quoted message', '$context.error.messageString', { 'error.message': 'say "no"' }, 'json', '"say \\"no\\""'],
  ['no message', '$context.error.messageString', {}, 'json', '-'],
  ['inherited names are no variables', '$context.constructor $context.toString', {}, 'none', '- -'],
])('%s', (_what, format, request, escaping, expected) => {
  expect(render(format, { requestId: 'r', ...request }, escaping)).toBe(expected);
});

test.each([
  ['over 3072 bytes', `$context.requestId ${'x'.repeat(3072)}`, 'has 3091'],
  ['a line break inside', '$context.requestId\n$context.status', 'line break'],
  ['no request id', '$context.status', 'requestId'],
])('refused: %s', (_what, format, message) => {
  expect(() => AccessLogFormat.parse(format, 'prod')).toThrow(message);
});
