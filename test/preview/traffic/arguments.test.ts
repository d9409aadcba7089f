import { parseArguments } from '../../../preview/arguments';
import { DEFAULT_TRAFFIC } from '../../../preview/traffic/traffic-options';

const parse = (...more: string[]) => parseArguments(['--template', 'x', ...more]);

test('traffic without a file of requests, by default a month of the same each day', () => {
  expect(parse()).toMatchObject({ traffic: DEFAULT_TRAFFIC });
  expect(parse()?.requests).toBeUndefined();
  expect(parse('--count', '7', '--seed', 'any text', '--from', '2024-02-29', '--days', '2')?.traffic)
    .toEqual({ count: 7, seed: 'any text', from: Date.UTC(2024, 1, 29), days: 2 });
});

test.each([
  ['--count', '0', 'whole number from 1'],
  ['--count', '1e3', 'whole number from 1'],
  ['--days', '-1', 'whole number from 1 to 3660'],
  ['--days', '3661', 'whole number from 1 to 3660'],
  ['--from', '2026-02-30', 'such as 2026-10-01'],
  ['--from', '1999-12-31', 'from 2000-01-01 on'],
  ['--from', 'yesterday', 'such as 2026-10-01'],
])('%s %s is refused', (option, value, message) => {
  expect(() => parse(option, value)).toThrow(message);
});

test.each(['count', 'seed', 'from', 'days'])('--%s says nothing of a file of requests', (option) => {
  expect(() => parse('--requests', 'r.ndjson', `--${option}`, option === 'from' ? '2026-01-01' : '1')).toThrow(`--${option}`);
});
