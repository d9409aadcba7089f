import { logFormat } from '../../src/columns/log-format';
import { accessLogFormatOf, MAX_FORMAT_BYTES } from '../../src/schema/access-log-format';
import { Column } from '../../src/schema/column';
import { COLUMNS } from '../../src/schema/columns';
import { columnsOf, inLogOrder, SAME_COLUMNS } from '../../src/schema/log-schema';
import { newStack, pipeline } from '../support/app';

const format = pipeline().usage.accessLogFormat.toString();
const columns = columnsOf(SAME_COLUMNS);

test('it is one line of JSON that ends in a newline', () => {
  expect(format).toMatch(/^[^\n]+\n$/);
  expect(() => JSON.parse(format) as unknown).not.toThrow();
});

test('every value is a quoted variable under the name of its column, because a bare - is no JSON, and the last is their number', () => {
  const fields = inLogOrder(columns).map(({ name, variable }) => [name, `$context.${variable}`]);
  expect(Object.entries(JSON.parse(format) as Record<string, string>)).toEqual([...fields, ['fieldCount', String(fields.length)]]);
  expect(format).toBe(`${JSON.stringify(JSON.parse(format))}\n`);
});

test('API Gateway finds the request id in it that it asks for', () => {
  expect(format).toMatch(/\$context\.requestId"/);
  expect(format).toMatch(/\$context\.extendedRequestId"/);
});

test('the secret value of an API key is not in it, in any writing', () => {
  expect(format).not.toMatch(/\$\{?context\.identity\.apiKey(?!Id)/i);
});

test('it is shorter than API Gateway\'s limit, with room for an owner\'s columns', () => {
  expect(Buffer.byteLength(format)).toBeLessThan(MAX_FORMAT_BYTES);
  expect(MAX_FORMAT_BYTES).toBe(3072);
});

test('a longer one is an error at synthesis that says by how much', () => {
  const long = (length: number): Column => ({ name: 'x'.repeat(length), kind: 'text', maxBytes: 1, variable: 'y', comment: 'Long.' });
  const room = MAX_FORMAT_BYTES - Buffer.byteLength(accessLogFormatOf([...COLUMNS, long(0)]));
  expect(Buffer.byteLength(logFormat(newStack(), [...COLUMNS, long(room)]))).toBe(3072);
  expect(() => logFormat(newStack(), [...COLUMNS, long(room + 1)]))
    .toThrow('[Stack] The access log format has 3073 bytes, but API Gateway accepts at most 3072. '
      + 'Pass fewer extraColumns or omit more columns with omitColumns.');
});
