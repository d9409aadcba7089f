import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { runPreview } from '../../preview/run-preview';
import { templatesOfAssembly } from '../../preview/template/cloud-assembly';
import { DEFAULT_TRAFFIC } from '../../preview/traffic/traffic-options';
import { exampleApp } from '../lint/apps';
import { reportData } from '../preview/previewing';
import { temporaryFolder } from '../preview/temporary-folder';

const ROOT = join(__dirname, '..', '..');
const FOLDER = join(ROOT, 'examples', 'typescript');
const APPS = readdirSync(FOLDER).filter((file) => file.endsWith('.ts'));

/** An app and its preview, once for all tests. */
const runs = new Map<string, ReturnType<typeof run>>();

async function run(app: string) {
  const templates = templatesOfAssembly(exampleApp(`typescript/${app}`).synth().directory);
  const out = temporaryFolder();
  const preview = await runPreview({ templates, requests: { ...DEFAULT_TRAFFIC, count: 100, days: 2 }, escaping: 'json', out });
  preview.close();
  return { templates, out, preview };
}

function ran(app: string): ReturnType<typeof run> {
  if (!runs.has(app)) runs.set(app, run(app));
  return runs.get(app)!;
}

test.each(APPS)('%s: its pipeline turns requests into rows', async (app) => {
  const { preview } = await ran(app);
  const [pipeline] = preview.pipelines;
  expect(preview.problems).toEqual([]);
  expect(pipeline).toMatchObject({ failed: 0, unresolved: 0, rows: pipeline.delivered });
  expect(pipeline.rows).toBeGreaterThanOrEqual(100);
});

test('a question about an extra column is a saved query and a part of the report', async () => {
  const { templates, out } = await ran('tag-customers.ts');
  expect(templates.map((file) => readFileSync(file, 'utf8')).join()).toMatch(/"Name": "Top tenants"/);
  const { questions } = reportData(readFileSync(join(out, 'report.html'), 'utf8'));
  expect(questions.filter(({ question, problem }) => question.id === 'top-tenants' && problem === undefined)).toHaveLength(1);
});

test.each(APPS)('%s is in the README', (app) => {
  expect(readFileSync(join(ROOT, 'README.md'), 'utf8')).toContain(`(examples/typescript/${app})`);
});
