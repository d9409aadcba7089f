import { writeFileSync } from 'fs';
import { dashboardContents } from './dashboard-contents';
import { DashboardData, SheetData } from './dashboard-data';
import { Definition } from './definition';
import { Database } from '../query/database';
import { page } from '../report/page';
import { pageAssets } from '../report/page-assets';
import { PipelineSummary } from '../summary';

/** Writes the page of a dashboard. Returns a sentence for each visual and control without an answer. */
export async function writeDashboard(
  file: string, database: Database, pipeline: PipelineSummary, definition: Definition, generated: boolean, clock?: Date,
): Promise<string[]> {
  const { name } = definition;
  const sheets = clock && await dashboardContents(database, definition, clock);
  const { construct, database: schema } = pipeline;
  const data: DashboardData | undefined = sheets && { name, clock: clock.toISOString(), generated, construct, database: schema, sheets };
  const assets = await pageAssets('dashboard');
  writeFileSync(file, page(pipeline, { title: name, subject: 'dashboard', data }, assets));
  return sheets?.flatMap(problemsOf) ?? [];
}

function problemsOf({ controls, elements }: SheetData): string[] {
  const visuals = elements.flatMap((element) => 'visual' in element ? [element.visual] : []);
  return [
    ...controls.flatMap(({ id, problem }) => problem === undefined ? [] : [`the control ${id} of the dashboard has no values: ${problem}`]),
    ...visuals.flatMap(({ id, problem }) => problem === undefined ? [] : [`the visual ${id} of the dashboard has no answer: ${problem}`]),
  ];
}
