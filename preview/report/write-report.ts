import { readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import { build, Plugin } from 'esbuild';
import { NamedQuery } from './named-queries';
import { page, PageAssets } from './page';
import { reportContents } from './report-contents';
import { Database } from '../query/database';
import { PipelineSummary } from '../summary';

/** Writes the report of a pipeline, whose schema must be the current one. Returns a sentence for each question without an answer. */
export async function writeReport(
  file: string, database: Database, pipeline: PipelineSummary, queries: readonly NamedQuery[], clock?: Date,
): Promise<string[]> {
  const contents = clock && await reportContents(database, queries, clock);
  const data = contents && { pipeline, clock: clock.toISOString(), ...contents };
  writeFileSync(file, page(pipeline, data, await assets()));
  return contents?.questions.flatMap(({ question, problem }) => (problem === undefined ? [] : `the question ${question.id} has no answer: ${problem}`)) ?? [];
}

const PAGE = join(__dirname, 'page');

/** The page imports `echarts` for its types. The bundle contains only the used parts of it. */
const USED_PARTS: Plugin = {
  name: 'echarts-parts',
  setup: (bundle) => bundle.onResolve({ filter: /^echarts$/ }, () => ({ path: join(PAGE, 'echarts-parts.mjs') })),
};

let built: Promise<PageAssets> | undefined;

/** Script and style, built once in each process. */
function assets(): Promise<PageAssets> {
  return built ??= buildAssets();
}

async function buildAssets(): Promise<PageAssets> {
  const { outputFiles: [script] } = await build({
    entryPoints: [join(PAGE, 'main.ts')],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    legalComments: 'inline',
    charset: 'ascii',
    plugins: [USED_PARTS],
  });
  return { script: script.text.replace(/<\/script/gi, '<\\/script'), style: readFileSync(join(PAGE, 'report.css'), 'utf8') };
}
