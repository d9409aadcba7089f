import { environmentContract, field } from '../../src/functions/environment-contract';

interface Settings {
  readonly name: string;
  readonly seconds: number;
  readonly mode: 'a' | 'b';
  readonly list: string[];
}

const contract = environmentContract<Settings>({
  name: field.text('NAME'),
  seconds: field.integer('SECONDS'),
  mode: field.choice('MODE', ['a', 'b']),
  list: field.json<string[]>('LIST'),
});

const settings: Settings = { name: 'x', seconds: 60, mode: 'b', list: ['y', '"z"'] };
const environment = { NAME: 'x', SECONDS: '60', MODE: 'b', LIST: '["y","\\"z\\""]' };

test('every written value is read back', () => {
  expect(contract.toEnvironment(settings)).toEqual(environment);
  expect(contract.fromEnvironment(environment)).toEqual(settings);
});

test.each([
  [{ NAME: undefined }, 'The environment variable NAME is missing. The ApiUsageAnalytics construct sets it: deploy its stack again.'],
  [{ SECONDS: '1.5' }, 'SECONDS must be a whole number, got \'1.5\'.'],
  [{ SECONDS: '99999999999999999999' }, 'SECONDS must be a whole number, got \'99999999999999999999\'.'],
  [{ MODE: 'c' }, 'MODE must be one of a, b, got \'c\'.'],
])('%j is said by name', (wrong, message) => {
  expect(() => contract.fromEnvironment({ ...environment, ...wrong })).toThrow(message);
});
