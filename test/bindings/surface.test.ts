import { readFileSync } from 'fs';
import { dirname, join } from 'path';
import { ROOT } from './apps';
import { Member, typesOf } from './assembly';

const ours = typesOf(ROOT);

test('no type has the simple name of one of aws-cdk-lib: readers of both would have to rename one', () => {
  const theirs = new Set(typesOf(dirname(require.resolve('aws-cdk-lib/package.json'))).map(({ name }) => name));
  expect(theirs.size).toBeGreaterThan(1000);
  expect(ours.map(({ name }) => name).filter((name) => theirs.has(name))).toEqual([]);
});

test('nothing is of type any', () => {
  const { types } = JSON.parse(readFileSync(join(ROOT, '.jsii'), 'utf8')) as { types: unknown };
  expect(JSON.stringify(types)).not.toMatch(/"primitive":"(any|json)"/);
});

test('every type and member is documented', () => {
  const undocumented = ours.flatMap((type) => [
    ...type.docs?.summary ? [] : [type.name],
    ...[...type.properties ?? [], ...type.methods ?? []].filter(({ docs }) => !docs?.summary).map((member) => path(type, member)),
  ]);
  expect(undocumented).toEqual([]);
});

test('every class and every struct has an example', () => {
  expect(ours.length).toBeGreaterThan(30);
  expect(ours.filter(({ kind, docs }) => kind !== 'enum' && !docs?.example).map(({ name }) => name)).toEqual([]);
});

test('every optional prop documents its default', () => {
  const silent = ours.filter(({ datatype }) => datatype)
    .flatMap((type) => (type.properties ?? []).filter(({ optional, docs }) => optional && !docs?.default).map((member) => path(type, member)));
  expect(silent).toEqual([]);
});

function path(type: { name: string }, { name }: Member): string {
  return `${type.name}.${name}`;
}
