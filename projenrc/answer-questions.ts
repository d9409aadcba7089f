import { spawnSync } from 'child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { ANSWERS_FILE } from './question-answers';
import { runPreview } from '../preview/run-preview';
import { namedQuery } from '../src/query/named-query';
import { QUESTIONS } from '../src/query/questions';
import { viewsOf } from '../src/query/views/views';
import { Missing } from '../src/query/visuals/resolved-visual';
import { COLUMNS } from '../src/schema/columns';

/** The same traffic each time: four months that end within one, so that every look-back has something to look at. */
const TRAFFIC = { count: 12_000, seed: 'questions', from: Date.UTC(2026, 2, 1), days: 110 };
const ROWS = 3;
const TEMPLATE = 'OrdersApi.template.json';

/** Asks every question of the demo's data and writes the first rows of the answers for docs/questions.md. */
async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'questions-'));
  try {
    const app = join(folder, 'cdk.out');
    const { status } = spawnSync(process.execPath, [require.resolve('tsx/cli'), '--tsconfig', 'tsconfig.dev.json', 'examples/typescript/quickstart.ts'], {
      stdio: 'inherit', env: { ...process.env, CDK_OUTDIR: app },
    });
    if (status !== 0) throw new Error('The quick start could not be synthesised.');
    const preview = await runPreview({ templates: [join(app, TEMPLATE)], out: join(folder, 'out'), escaping: 'json', requests: TRAFFIC });
    const views = viewsOf({ columns: COLUMNS, requestTables: ['logs'], bufferingSeconds: 300 });
    const answers: Record<string, unknown> = {};
    for (const question of QUESTIONS) {
      const query = namedQuery(question, views);
      if (query instanceof Missing) throw new Error(`The question ${question.id} needs ${query.name}.`);
      let json = '';
      for await (const piece of preview.query(`SELECT to_json(list(answer)) AS json FROM (SELECT * FROM (${query.sql}) AS asked LIMIT ${ROWS}) AS answer`)) json += piece;
      answers[question.id] = JSON.parse(json.slice(json.indexOf('\n') + 1).trim().replace(/^"|"$/g, '').replaceAll('""', '"') || '[]');
    }
    preview.close();
    writeFileSync(ANSWERS_FILE, `${JSON.stringify(answers, null, 1)}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

void main();
