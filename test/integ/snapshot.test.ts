import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { Resource } from '../support/template';

const templates = readdirSync(__dirname).filter((name) => name.endsWith('.snapshot'))
  .flatMap((folder) => readdirSync(join(__dirname, folder)).filter((file) => file.endsWith('.template.json')).map((file) => join(folder, file)));

/* .ci/run compares the snapshots with their apps. */
test.each(templates)('%s: no resource stays when its stack is deleted', (file) => {
  const { Resources } = JSON.parse(readFileSync(join(__dirname, file), 'utf8')) as { Resources: Record<string, Resource> };
  const staying = Object.entries(Resources).filter(([, { DeletionPolicy = 'Delete' }]) => DeletionPolicy !== 'Delete');
  expect(staying.map(([id]) => id)).toEqual([]);
});

test('there are snapshots', () => {
  expect(templates.length).toBeGreaterThan(1);
});
