import { writeFileSync } from 'fs';
import { NamedQuery } from './named-queries';
import { page } from './page';
import { pageAssets } from './page-assets';
import { reportContents } from './report-contents';
import { Database } from '../query/database';
import { PipelineSummary } from '../summary';

/** Writes the report of a pipeline, whose schema must be the current one. Returns a sentence for each question without an answer. */
export async function writeReport(
  file: string, database: Database, pipeline: PipelineSummary, queries: readonly NamedQuery[], generated: boolean, clock?: Date,
): Promise<string[]> {
  const contents = clock && await reportContents(database, queries, clock);
  const data = contents && { pipeline, clock: clock.toISOString(), generated, ...contents };
  const assets = await pageAssets('report');
  writeFileSync(file, page(pipeline, { title: `API usage: ${pipeline.construct}`, subject: 'report', data }, assets));
  return contents?.questions.flatMap(({ question, problem }) => (problem === undefined ? [] : `the question ${question.id} has no answer: ${problem}`)) ?? [];
}
