import { RecordBuffer } from '../../../preview/delivery/record-buffer';

const record = (arrival: number, bytes = 10) => ({ id: '', line: 0, arrival, data: Buffer.alloc(bytes) });
const arrivals = (batches: { arrival: number }[][]) => batches.map((batch) => batch.map(({ arrival }) => arrival));

test('a batch is complete when a record arrives after its interval', () => {
  const buffer = new RecordBuffer(1000, 60);
  expect(buffer.add(record(0))).toEqual([]);
  expect(buffer.add(record(59_999))).toEqual([]);
  expect(arrivals(buffer.add(record(60_000)))).toEqual([[0, 59_999]]);
  expect(arrivals(buffer.drain())).toEqual([[60_000]]);
  expect(buffer.drain()).toEqual([]);
});

test('a batch is complete with the record that reaches its size', () => {
  const buffer = new RecordBuffer(25, 60);
  expect([0, 1, 2, 3].flatMap((arrival) => arrivals(buffer.add(record(arrival))))).toEqual([[0, 1, 2]]);
});

test('one record can complete two batches', () => {
  const buffer = new RecordBuffer(100, 60);
  buffer.add(record(0));
  expect(arrivals(buffer.add(record(100_000, 100)))).toEqual([[0], [100_000]]);
});

test('an interval of 0 still buffers records that arrive together', () => {
  const buffer = new RecordBuffer(1000, 0);
  expect([0, 500, 1500].flatMap((arrival) => arrivals(buffer.add(record(arrival))))).toEqual([[0, 500]]);
});
