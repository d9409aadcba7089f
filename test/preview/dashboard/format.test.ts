import { Format, unknownToken, Value, written } from '../../../preview/dashboard/format';

const NUMBER: Format = { kind: 'number', prefix: '', suffix: '', scale: 'NONE', grouped: true };

test.each<[Value, Format | undefined, string]>([
  [null, NUMBER, 'null'],
  [1234567.891, undefined, '1,234,567.89'],
  [1234567.891, { ...NUMBER, decimals: 0 }, '1,234,568'],
  [1234.5, { ...NUMBER, grouped: false, decimals: 1, prefix: '$', suffix: ' ms' }, '$1234.5 ms'],
  [1_234_000, { ...NUMBER, scale: 'AUTO', decimals: 1, suffix: 'B' }, '1.2MB'],
  [999, { ...NUMBER, scale: 'AUTO', decimals: 1, suffix: 'B' }, '999.0B'],
  [1_234_000, { ...NUMBER, scale: 'THOUSANDS' }, '1,234K'],
  [0.1234, { kind: 'percent', prefix: '', suffix: '%', decimals: 1, grouped: true }, '12.3%'],
  ['2026-05-07T09:05:03.000Z', { kind: 'time', pattern: 'YYYY-MM-DDTHH:mm:ss' }, '2026-05-07T09:05:03'],
  ['2026-05-07T21:05:03.000Z', { kind: 'time', pattern: 'ddd, MMM D, YYYY h:mm A [in] [Q]Q' }, 'Thu, May 7, 2026 9:05 PM in Q2'],
  ['text', undefined, 'text'],
  [true, undefined, 'true'],
])('%s is written as %j says', (value, format, text) => {
  expect(written(value, format)).toBe(text);
});

test('a pattern with a part that has no meaning', () => {
  expect(unknownToken('YYYY-MM-DD gg')).toBe('gg');
  expect(unknownToken('MMM D, YYYY HH:mm')).toBeUndefined();
});
