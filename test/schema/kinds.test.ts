import { KINDS, Value } from '../../src/schema/kinds';

test.each<[keyof typeof KINDS, string, Value]>([
  ['text', ' as it is "', ' as it is "'],
  ['integer', '200', 200],
  ['integer', '-1', -1],
  ['integer', '+7', 7],
  ['integer', '9007199254740991', 9_007_199_254_740_991],
  ['integer', '9007199254740993', null],
  ['integer', '1.5', null],
  ['integer', '0x10', null],
  ['integer', '', null],
  ['integer', 'NaN', null],
  ['number', '1.5', 1.5],
  ['number', '.5', 0.5],
  ['number', '-2e3', -2000],
  ['number', '1e999', null],
  ['number', 'Infinity', null],
  ['number', '1,5', null],
  ['flag', 'true', true],
  ['flag', 'FALSE', false],
  ['flag', '1', null],
  ['timestamp', '1779012303000', '2026-05-17 10:05:03.000'],
  ['timestamp', '1779012303', '2026-05-17 10:05:03.000'],
  ['timestamp', '2026-05-17T10:05:03.5Z', '2026-05-17 10:05:03.500'],
  ['timestamp', '2026-05-17T12:05:03+02:00', '2026-05-17 10:05:03.000'],
  ['timestamp', '999999999999999', null],
  ['timestamp', '2026-13-45T99:99:99Z', null],
  ['timestamp', '17/May/2026:10:05:03 +0000', null],
  ['timestamp', 'yesterday', null],
])('a column of kind %s holds %j as %j', (kind, text, value) => {
  expect(KINDS[kind].parse(text)).toBe(value);
});
