import { join } from 'path';
import { assemblyOf, ROOT } from './apps';
import { GoApp } from './go-app';
import { JavaApp } from './java-app';
import { INITECH, INITECH_ANSWER, npxPreview } from './packed-preview';
import { PythonApp } from './python-app';
import { TypeScriptApp } from './typescript-app';

const APPS = [
  { name: 'the quick start', stacks: ['OrdersApi'], typescript: 'quickstart.ts', python: 'app.py', java: 'example.OrdersApp', go: 'orders' },
  {
    name: 'the production app',
    stacks: ['Analytics', 'OrdersApi'],
    typescript: 'production.ts',
    python: 'production.py',
    java: 'example.production.ProductionApp',
    go: 'production',
  },
];

/** What an app in TypeScript synthesises with the packed npm package, by its file. */
const expected: Record<string, Record<string, unknown>> = {};

beforeAll(() => {
  const app = new TypeScriptApp();
  for (const { typescript } of APPS) expected[typescript] = assemblyOf((out) => app.run(join('examples/typescript', typescript), out));
});

test.each(APPS)('TypeScript: $name has its stacks', ({ typescript, stacks }) => {
  expect(Object.keys(expected[typescript]).sort()).toEqual(stacks.flatMap((stack) => [`${stack}.assets.json`, `${stack}.template.json`]));
});

describe('Python, with the packed wheel', () => {
  let app: PythonApp;
  beforeAll(() => void (app = new PythonApp()));

  test.each(APPS)('$name has the same templates and assets', ({ python, typescript }) => {
    expect(assemblyOf((out) => app.run(python, out))).toEqual(expected[typescript]);
  });

  test('the packed preview runs the quick start', () => {
    app.run('app.py', join(app.folder, 'cdk.out'));
    const preview = npxPreview(app.folder, ['--requests', join(ROOT, 'examples/requests.ndjson'), '--query', INITECH]);
    expect(preview).toMatchObject({ status: 0, stdout: INITECH_ANSWER, stderr: expect.stringContaining('report: ') });
  });
});

describe('Java, with the packed jar', () => {
  let app: JavaApp;
  beforeAll(() => void (app = new JavaApp()));

  test.each(APPS)('$name has the same templates and assets', ({ java, typescript }) => {
    expect(assemblyOf((out) => app.run(java, out))).toEqual(expected[typescript]);
  });
});

describe('Go, with the generated module', () => {
  let app: GoApp;
  beforeAll(() => void (app = new GoApp()));

  test.each(APPS)('$name has the same templates and assets', ({ go, typescript }) => {
    expect(assemblyOf((out) => app.run(go, out))).toEqual(expected[typescript]);
  });
});
