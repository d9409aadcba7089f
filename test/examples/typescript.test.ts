import { spawnSync } from 'child_process';
import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { gunzipSync } from 'zlib';
import { runPreview } from '../../preview/run-preview';
import { DEFAULT_TRAFFIC } from '../../preview/traffic/traffic-options';
import { temporaryFolder } from '../preview/temporary-folder';

const ROOT = join(__dirname, '..', '..');
const FOLDER = join(ROOT, 'examples', 'typescript');
const APPS = readdirSync(FOLDER).filter((file) => file.endsWith('.ts'));

/** Synthesises an app as its owner does, and gives its templates. */
function synthesise(app: string): string[] {
  const out = temporaryFolder();
  const { status, stderr } = spawnSync(process.execPath, [require.resolve('tsx/cli'), '--tsconfig', join(ROOT, 'tsconfig.dev.json'), join(FOLDER, app)], {
    encoding: 'utf8',
    env: { ...process.env, CDK_OUTDIR: out },
  });
  expect({ status, stderr }).toMatchObject({ status: 0 });
  return readdirSync(out).filter((file) => file.endsWith('.template.json')).map((file) => join(out, file));
}

test.each(APPS)('%s: its pipeline turns requests into rows', async (app) => {
  const preview = await runPreview({
    templates: synthesise(app),
    requests: { ...DEFAULT_TRAFFIC, count: 200, days: 2 },
    escaping: 'json',
    out: temporaryFolder(),
  });
  preview.close();
  const [pipeline] = preview.pipelines;
  expect(preview.problems).toEqual([]);
  expect(pipeline).toMatchObject({ failed: 0, unresolved: 0, rows: pipeline.delivered });
  expect(pipeline.rows).toBeGreaterThanOrEqual(200);
});

test('a question about an extra column is a saved query and a part of the report', async () => {
  const out = temporaryFolder();
  const templates = synthesise('tag-customers.ts');
  const preview = await runPreview({ templates, requests: { ...DEFAULT_TRAFFIC, count: 50, days: 2 }, escaping: 'json', out });
  preview.close();
  expect(preview.problems).toEqual([]);
  expect(templates.map((file) => readFileSync(file, 'utf8')).join()).toMatch(/"Name": "Top tenants"/);
  const [, data] = /id="data">([^<]+)</.exec(readFileSync(join(out, 'report.html'), 'utf8'))!;
  const { questions } = JSON.parse(gunzipSync(Buffer.from(data, 'base64')).toString()) as { questions: { question: { id: string }; problem?: string }[] };
  expect(questions.filter(({ question, problem }) => question.id === 'top-tenants' && problem === undefined)).toHaveLength(1);
});

test.each(APPS)('%s is in the README', (app) => {
  expect(readFileSync(join(ROOT, 'README.md'), 'utf8')).toContain(`(examples/typescript/${app})`);
});
