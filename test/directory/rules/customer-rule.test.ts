import { CustomerClues, customerOf, CustomerRule } from '../../../src/directory/rules/customer-rule';
import { isInternalKey } from '../../../src/directory/rules/internal-key-rule';
import fc from '../../support/fast-check';

const KEY: CustomerClues = { name: 'acme-backup-2', marketplaceCustomerId: 'marketplace-1', tags: { customer: 'Acme Ltd', blank: ' ' } };

const byTag = (tag: string): CustomerRule => ({ from: 'keyTag', tag });
const byPattern = (pattern: string): CustomerRule => ({ from: 'keyNamePattern', pattern });

test.each<[string, CustomerRule, Partial<CustomerClues>, string]>([
  ['the name of the key', { from: 'keyName' }, {}, 'acme-backup-2'],
  ['the tag', byTag('customer'), {}, 'Acme Ltd'],
  ['the name where the tag is missing', byTag('tenant'), {}, KEY.name],
  ['the name where the tag has another case', byTag('Customer'), {}, KEY.name],
  ['the name where the tag is blank', byTag('blank'), {}, KEY.name],
  ['the name where the tag is called as something every object has', byTag('constructor'), {}, KEY.name],
  ['the Marketplace id', { from: 'marketplaceId' }, {}, 'marketplace-1'],
  ['the name where there is no Marketplace id', { from: 'marketplaceId' }, { marketplaceCustomerId: null }, KEY.name],
  ['the name where the Marketplace id is empty', { from: 'marketplaceId' }, { marketplaceCustomerId: '' }, KEY.name],
  ['what stands before the first separator', byPattern('{customer}-*'), {}, 'acme'],
  ['what stands between a text and the separator', byPattern('prod/{customer}/*'), { name: 'prod/acme/2/x' }, 'acme'],
  ['what stands before nothing but the separator', byPattern('{customer}-*'), { name: 'acme-' }, 'acme'],
  ['the name without the separator', byPattern('{customer}_*'), {}, KEY.name],
  ['the name that begins with the separator', byPattern('{customer}-*'), { name: '-acme' }, '-acme'],
  ['the name that begins otherwise', byPattern('prod/{customer}/*'), { name: 'test/acme/2' }, 'test/acme/2'],
  ['a separator as it is written', byPattern('{customer} (.+*'), { name: 'acme (.+) 2' }, 'acme'],
])('a customer is %s', (_what, rule, differing, customer) => {
  expect(customerOf(rule, { ...KEY, ...differing })).toBe(customer);
});

const text = fc.string({ minLength: 1, maxLength: 8 }).filter((each) => !/[{}*]/.test(each));

test('the customer of a name that matches the pattern is found with any separator', () => {
  fc.assert(fc.property(fc.string({ maxLength: 4 }).filter((each) => !/[{}*]/.test(each)), text, text, fc.string(), (before, customer, separator, rest) => {
    fc.pre(customer.trim() !== '' && (customer + separator).indexOf(separator) === customer.length);
    const clues = { ...KEY, name: before + customer + separator + rest };
    expect(customerOf(byPattern(`${before}{customer}${separator}*`), clues)).toBe(customer);
  }));
});

test('every key has a customer under every rule', () => {
  const rule = fc.constantFrom<CustomerRule>({ from: 'keyName' }, byTag('customer'), { from: 'marketplaceId' }, byPattern('{customer}-*'));
  const clues = fc.record({
    name: fc.string({ minLength: 1 }),
    marketplaceCustomerId: fc.option(fc.string()),
    tags: fc.dictionary(fc.constantFrom('customer', 'other'), fc.string()),
  });
  fc.assert(fc.property(rule, clues, (each, key) => {
    expect(customerOf(each, key).length).toBeGreaterThan(0);
  }));
});

test.each([
  ['its id is listed', { ids: ['x', 'k'], tags: {} }, true],
  ['it has one of the tags', { ids: [], tags: { team: 'us', purpose: 'health' } }, true],
  ['it has a tag of another value', { ids: ['x'], tags: { purpose: 'Health' } }, false],
  ['nothing is said of it', { ids: [], tags: {} }, false],
  ['a tag is called as something every object has', { ids: [], tags: { constructor: 'health' } }, false],
])('whether a key is internal where %s', (_what, rule, internal) => {
  expect(isInternalKey(rule, { id: 'k', tags: { purpose: 'health' } })).toBe(internal);
});
