import { MAX_RESPONSE_BYTES, responseBytesOf } from '../../src/enrichment/transformation';
import { LOG_LINE } from '../../src/schema/access-log-format';
import { Column } from '../../src/schema/column';
import { columnsOf, inLogOrder, SAME_COLUMNS } from '../../src/schema/log-schema';
import { PROCESSOR_BUFFER_SIZE } from '../../src/stream/processor-buffer';

/**
 * The worst that a byte of a record can become in a row: a control character that came raw is written `\u0001`. What is
 * no UTF-8 becomes U+FFFD, three bytes.
 */
const GROWTH = 6;
/** A Firehose record id has 56 digits; room for a longer one. */
const RECORD_ID = '4'.repeat(96);

const columns = columnsOf(SAME_COLUMNS);
const logged = inLogOrder(columns);

/** A record whose values are so long, up to what the column keeps; what is longer is cut, and only makes records fewer. */
function recordBytes(valueBytes: number): number {
  const [first, ...others] = logged.map(({ name }) => name);
  const names = [LOG_LINE.opening(first), ...others.map(LOG_LINE.separator), LOG_LINE.closing(logged.length), '\n'];
  return Buffer.byteLength(names.join('')) + logged.reduce((sum, column) => sum + Math.min(valueBytes, longest(column)), 0);
}

/** The longest answer for such a record: every name that is looked up is as long as its column keeps and all control characters. */
function answerBytes(valueBytes: number): number {
  const values = columns.map((column) => {
    if (column.kind !== 'text') return longest(column);
    return 2 + GROWTH * (column.variable ? Math.min(valueBytes, column.maxBytes) : column.maxBytes);
  });
  const row = values.reduce((sum, value, index) => sum + value + `,"${columns[index].name}":`.length, '{}\n'.length);
  return responseBytesOf({ recordId: RECORD_ID, result: 'Ok', data: 'x'.repeat(4 * Math.ceil(row / 3)) });
}

/** The longest value that is no text: an instant, in quotes; a number has 17 characters. */
function longest(column: Column): number {
  return column.kind === 'text' ? column.maxBytes : '"9999-12-31 23:59:59.999"'.length;
}

test('the response to a full buffer of the longest possible rows stays below the limit', () => {
  // From one byte, because API Gateway writes a `-` where there is no value.
  const lengths = [...Array.from({ length: 64 }, (_, index) => index + 1), 128, 256, 512, 1024, 2048];
  const answers = lengths.map((valueBytes) => answerBytes(valueBytes) * Math.ceil(PROCESSOR_BUFFER_SIZE.toBytes() / recordBytes(valueBytes)));
  expect(Math.max(...answers)).toBeLessThan(MAX_RESPONSE_BYTES);
});

test('the buffer size is valid in Firehose', () => {
  expect(PROCESSOR_BUFFER_SIZE.toBytes()).toBeGreaterThanOrEqual(0.2 * 1024 * 1024);
  expect(PROCESSOR_BUFFER_SIZE.toBytes()).toBeLessThanOrEqual(3 * 1024 * 1024);
});
