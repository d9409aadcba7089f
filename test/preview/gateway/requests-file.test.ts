import { RequestsFile } from '../../../preview/gateway/requests-file';
import { temporaryFile } from '../temporary-folder';

const open = (contents: string | Buffer) => [...RequestsFile.open(temporaryFile('requests.ndjson', contents))];

test('requests come by arrival, at the same time by line', () => {
  const lines = [['30', undefined], ['10', undefined], ['5', '30'], ['10', undefined]]
    .map(([requestTimeEpoch, arrivalTimeEpoch]) => JSON.stringify({ requestTimeEpoch, arrivalTimeEpoch }));
  expect(open(lines.join('\n')).map(({ line, arrival }) => [line, arrival])).toEqual([[2, 10], [4, 10], [1, 30], [3, 30]]);
});

test('bytes that are no UTF-8 are kept beside text that is', () => {
  const [request] = open(Buffer.concat([Buffer.from('{"requestTimeEpoch":"1","path":"é'), Buffer.from([0xff]), Buffer.from('"}\n')]));
  expect(request.variables.path).toBe('é\udcff');
});

test('a byte order mark and Windows line ends are no part of a request', () => {
  expect(open('\ufeff{"requestTimeEpoch":"1"}\r\n{"requestTimeEpoch":"2"}\r\n')).toHaveLength(2);
});

test('lines may span the chunks in which the file is read', () => {
  const long = Array.from({ length: 50 }, (_, index) => JSON.stringify({ requestTimeEpoch: '1', path: String(index).padEnd(70_000, 'x') }));
  expect(open(long.join('\n')).map(({ variables }) => parseInt(variables.path, 10))).toEqual([...long.keys()]);
});
