import { cpSync } from 'fs';
import { join } from 'path';
import { folder, ROOT, synthesised } from './apps';
import { JavaApp } from './java-app';
import { PythonApp } from './python-app';
import { TypeScriptApp } from './typescript-app';

/* The same program in each language: stages of every kind, optional structs, and mistakes. */

const PROGRAMS = 'test/bindings/idioms';

interface Ran {
  readonly assembly: Record<string, unknown>;
  /** The text of each error, as its language gives it. */
  readonly errors: string[];
}

function ran(program: (out: string) => string): Ran {
  const out = join(folder(), 'cdk.out');
  const errors = program(out).split('\f');
  return { assembly: synthesised(out), errors };
}

const firstLines = (errors: readonly string[]) => errors.map((error) => error.split('\n', 1)[0]);

let typescript: Ran;
beforeAll(() => {
  const app = new TypeScriptApp();
  typescript = ran((out) => app.run(join(PROGRAMS, 'idioms.ts'), out));
});

test('TypeScript: the message of an error names the construct, its prop or method, and the value', () => {
  expect(typescript.errors).toEqual([
    expect.stringMatching(/^\[Default\/Usage\] tableName must be .*, got 'my-table'\.$/),
    expect.stringMatching(/^\[Default\/Usage\] The name of extraColumns\[0\] must be .*, got 'tenantId'\.$/),
    expect.stringMatching(/^\[Default\/Usage\] questions\[0\] \(tenants\) names the dimension 'tenant'/),
    expect.stringMatching(/^\[OrdersApi\/Usage\] the stage of addStage \(OrdersApi\/Other\) is added twice\./),
  ]);
});

describe('Python', () => {
  let python: Ran;
  beforeAll(() => {
    const app = new PythonApp();
    cpSync(join(ROOT, PROGRAMS, 'idioms.py'), join(app.folder, 'idioms.py'));
    python = ran((out) => app.run('idioms.py', out));
  });

  test('stages of every kind and keyword arguments give the same template', () => expect(python.assembly).toEqual(typescript.assembly));
  test('str(error) is the sentence', () => expect(python.errors).toEqual(typescript.errors));
});

describe('Java', () => {
  let java: Ran;
  beforeAll(() => {
    const app = new JavaApp();
    cpSync(join(ROOT, PROGRAMS, 'Idioms.java'), join(app.folder, 'src/main/java/example/Idioms.java'));
    java = ran((out) => app.run('example.Idioms', out));
  });

  test('stages of every kind and builders give the same template', () => expect(java.assembly).toEqual(typescript.assembly));
  test('the first line of getMessage() is the sentence', () => expect(firstLines(java.errors)).toEqual(typescript.errors));
});
