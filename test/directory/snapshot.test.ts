import { parseSnapshot, Snapshot } from '../../src/directory/snapshot';

const WHOLE: Snapshot = {
  version: 1,
  apis: { a: 'Animals' },
  plans: { p: { name: 'Silver', stages: ['a/prod'] } },
  keys: { k: { name: 'Globex', customerId: 'c', customerName: 'C', plans: ['p'] } },
};

test('a whole snapshot is read', () => {
  expect(parseSnapshot(JSON.stringify(WHOLE))).toEqual(WHOLE);
});

test.each([
  ['nothing', ''],
  ['half of one', JSON.stringify(WHOLE).slice(0, 60)],
  ['null', 'null'],
  ['a list', '[]'],
  ['another version', JSON.stringify({ ...WHOLE, version: 2 })],
  ['no keys', JSON.stringify({ ...WHOLE, keys: undefined })],
  ['an API without a name', JSON.stringify({ ...WHOLE, apis: { a: null } })],
  ['a plan without stages', JSON.stringify({ ...WHOLE, plans: { p: { name: 'Silver' } } })],
  ['a plan whose stage is no text', JSON.stringify({ ...WHOLE, plans: { p: { name: 'Silver', stages: [1] } } })],
  ['a plan without a name', JSON.stringify({ ...WHOLE, plans: { p: { stages: [] } } })],
  ['a plan that is null', JSON.stringify({ ...WHOLE, plans: { p: null } })],
  ['a key without a customer', JSON.stringify({ ...WHOLE, keys: { k: { name: 'Globex', plans: [] } } })],
  ['a key that is internal in words', JSON.stringify({ ...WHOLE, keys: { k: { ...WHOLE.keys.k, internal: 'yes' } } })],
  ['a key that is a text', JSON.stringify({ ...WHOLE, keys: { k: 'Globex' } })],
])('%s is no snapshot', (_name, text) => {
  expect(parseSnapshot(text)).toBeUndefined();
});
