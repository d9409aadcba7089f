import { evaluatePrefix, staticPart } from '../../../preview/delivery/object-prefix';

const values = { arrival: Date.UTC(2026, 4, 7, 3, 4, 5), random: 'abcdefghijk' };

test.each([
  ['logs/year=!{timestamp:yyyy}/', undefined, 'logs/year=2026/'],
  ['logs/', undefined, 'logs/2026/05/07/03/'],
  ['', undefined, '2026/05/07/03/'],
  ['!{firehose:random-string}/!{timestamp:yyyy-MM-dd}/', undefined, 'abcdefghijk/2026-05-07/'],
  ['errors/!{firehose:error-output-type}/!{timestamp:HH}/', 'processing-failed', 'errors/processing-failed/03/'],
  ['errors/', 'processing-failed', 'errors/processing-failed/2026/05/07/03/'],
])('%s', (prefix, errorOutputType, expected) => {
  expect(evaluatePrefix(prefix, { ...values, errorOutputType })).toBe(expected);
});

test('the kind of error is none of a delivered object', () => {
  expect(() => evaluatePrefix('!{firehose:error-output-type}/', values)).toThrow('!{firehose:error-output-type}');
});

test.each([
  ['a/logs/year=!{timestamp:yyyy}/', 'a/logs/'],
  ['logs/', 'logs/'],
  ['!{timestamp:yyyy}/', ''],
])('static part of %s', (prefix, expected) => {
  expect(staticPart(prefix)).toBe(expected);
});
