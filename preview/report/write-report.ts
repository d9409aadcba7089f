import { readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import { buildSync } from 'esbuild';
import { MONTH_TO_DATE_READS } from './questions/month-to-date';
import { Database } from '../query/database';
import { PipelineSummary } from '../summary';
import { answers, contents } from './answer';
import { page, PageAssets } from './page';

/** Writes the report of a pipeline; gives the reason if there is none. */
export async function writeReport(
  file: string, database: Database, pipeline: PipelineSummary, columns: readonly string[],
): Promise<string | undefined> {
  const missing = MONTH_TO_DATE_READS.filter((name) => !columns.includes(name));
  if (missing.length > 0) return `no report, because ${pipeline.database}.${pipeline.table} has no ${missing.join(', ')}`;
  const { table } = pipeline;
  writeFileSync(file, page(pipeline, await contents(database, table), await answers(database, table, columns), assets()));
  return undefined;
}

let built: PageAssets | undefined;

/** Script and style, built once a process. */
function assets(): PageAssets {
  return built ??= build();
}

function build(): PageAssets {
  const folder = join(__dirname, 'page');
  const { outputFiles: [script] } = buildSync({
    entryPoints: [join(folder, 'main.ts')], bundle: true, minify: true, write: false, format: 'iife', target: 'es2020', legalComments: 'inline', charset: 'ascii',
  });
  return { script: script.text.replace(/<\/script/gi, '<\\/script'), style: readFileSync(join(folder, 'report.css'), 'utf8') };
}
