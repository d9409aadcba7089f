import { cpSync, writeFileSync } from 'fs';
import { join } from 'path';
import { PreviewArguments } from './arguments';
import { loadTable } from './catalog/load-table';
import { RegisteredPartition } from './catalog/table-catalog';
import { withChosenValues } from './dashboard/chosen-values';
import { findDashboards } from './dashboard/find-dashboards';
import { writeDashboard } from './dashboard/write-dashboard';
import { AccountContents } from './directory/account';
import { accountInTemplates } from './directory/account-in-templates';
import { danglingReferences, MOST_NAMES } from './directory/dangling-references';
import { readDirectoryFile } from './directory/directory-file';
import { stagesInTemplates } from './directory/stages-in-templates';
import { earlierObjects } from './earlier-files';
import { Interceptor } from './endpoint/http';
import { Gateway } from './gateway/gateway';
import { RequestSource } from './gateway/request-source';
import { prepareOutputFolder, writeSummary } from './output-folder';
import { choosePipeline, findPipelines } from './pipeline/find-pipelines';
import { PipelineRun } from './pipeline/pipeline-run';
import { csv } from './query/csv';
import { Database } from './query/database';
import { atInstant } from './query/dialect/clock';
import { namedQueries } from './report/named-queries';
import { reportNames } from './report/report-names';
import { writeReport } from './report/write-report';
import { ObjectStore } from './storage/object-store';
import { PipelineSummary } from './summary';
import { App } from './template/app';
import { GeneratedTraffic } from './traffic/generated-traffic';
import { Target } from './traffic/target';
import { TrafficOptions } from './traffic/traffic-options';

export interface PreviewOptions extends Omit<PreviewArguments, 'requests' | 'traffic' | 'query' | 'wholeAssembly'> {
  /** The requests, or the options of generated traffic. */
  readonly requests: RequestSource | TrafficOptions;
  /** Called after each request that was delivered to its stream. */
  readonly onRequest?: () => void;
  /** Intercepts the handlers' calls of AWS services. */
  readonly intercept?: Interceptor;
}

/** A finished run. Its tables can be queried until it is closed. */
export interface Preview {
  readonly pipelines: readonly PipelineSummary[];
  /** The files of the reports, in the order of the pipelines. */
  readonly reports: readonly string[];
  /** The files of the dashboards, in the order of the templates. */
  readonly dashboards: readonly string[];
  /** The reasons why the exit code is not 0, as sentences. */
  readonly problems: readonly string[];
  /** Remarks that do not change the exit code, as sentences. */
  readonly notes: readonly string[];
  /** The partitions that a function registered in the table of requests. */
  readonly partitions: readonly RegisteredPartition[];
  /** Runs SQL and returns the answer as CSV, in pieces. */
  query(sql: string): AsyncIterable<string>;
  close(): void;
}

/** Runs the pipelines of the templates on requests. */
export async function runPreview(options: PreviewOptions): Promise<Preview> {
  const { templates, directory, out } = options;
  const app = new App(templates);
  const pipelines = findPipelines(app);
  const chosen = choosePipeline(pipelines, options.pipeline);
  const queries = pipelines.map(({ table }) => namedQueries(app, table.database));
  const dashboards = withChosenValues(findDashboards(app, chosen.table.database), options.parameters ?? []);
  const stages = [...chosen.stages, ...pipelines.filter((pipeline) => pipeline !== chosen).flatMap((pipeline) => pipeline.stages)];
  const traffic = Symbol.iterator in options.requests ? undefined : trafficOn(stages, options.requests, app, directory);
  const requests: RequestSource = traffic ?? options.requests as RequestSource;
  const account = traffic?.account ?? accountOf(app, directory);
  const gateway = new Gateway(stages, chosen.stages[0], options.escaping, new Set(account.apiKeys.map(({ id }) => id)));
  const earlier = options.after === undefined ? undefined : earlierObjects(options.after, out);
  const code = pipelines.flatMap((pipeline) => [pipeline.enrichment.code, pipeline.directory?.code]);
  prepareOutputFolder(out, [...templates, directory, requests.file, options.after, ...code]);
  if (earlier !== undefined) cpSync(earlier, join(out, 's3'), { recursive: true, dereference: true });

  const database = await Database.open();
  const context = { out, account, database, intercept: options.intercept, store: new ObjectStore(join(out, 's3')) };
  const runs: PipelineRun[] = [];
  try {
    for (const pipeline of pipelines) runs.push(await PipelineRun.start(pipeline, context));
    await database.useThreads('one');
    await deliver(runs, gateway, requests, options.onRequest);
    for (const run of runs) await run.finish();
    // Two pipelines may share a database.
    for (const table of new Set(pipelines.flatMap(({ tables }) => tables))) await loadTable(database, context.store, table);
    await database.useThreads('all');
    for (const run of runs) await run.makeViews();
    const summaries: PipelineSummary[] = [];
    for (const run of runs) summaries.push(await run.summary());
    writeSummary(out, summaries);
    if (traffic) writeFileSync(join(out, 'truth.json'), traffic.truth);
    const generated = traffic !== undefined;
    const place = pipelines.indexOf(chosen);
    const names = reportNames(pipelines.map(({ construct }) => construct), place);
    const reports: string[] = [];
    const unanswered: string[] = [];
    for (const [index, run] of runs.entries()) {
      if (queries[index].length === 0) continue;
      await database.useSchema(run.pipeline.table.database);
      reports.push(join(out, names[index]));
      unanswered.push(...await writeReport(join(out, names[index]), database, summaries[index], queries[index], generated, run.endOfData));
    }
    await database.useSchema(chosen.table.database);
    const { endOfData, partitions } = runs[place];
    const files = dashboards.map((_, index) => join(out, dashboardFile(index)));
    for (const [index, file] of files.entries()) {
      unanswered.push(...await writeDashboard(file, database, summaries[place], dashboards[index], generated, endOfData));
    }
    return {
      pipelines: summaries,
      reports,
      dashboards: files,
      problems: [...runs.flatMap(({ problems }) => problems), ...unanswered],
      notes: [
        ...directory ? danglingReferences(account, stagesInTemplates(app)) : [],
        ...notesOf(gateway),
        // Generated traffic has a deleted key on purpose.
        ...traffic ? [] : notesOnKeys(gateway, account),
        ...pipelines.filter((_, index) => queries[index].length === 0)
          .map(({ construct, table }) => `no report of ${construct}, because the templates declare no questions for the database ${table.database}`),
      ],
      partitions,
      query: async function* (sql) {
        yield* csv(await database.run(atInstant(sql, endOfData)));
      },
      close: () => database.close(),
    };
  } catch (error) {
    database.close();
    throw error;
  } finally {
    for (const run of runs) run.close();
  }
}

/** Most templates have one dashboard. */
function dashboardFile(index: number): string {
  return index === 0 ? 'dashboard.html' : `dashboard-${index + 1}.html`;
}

function accountOf(app: App, directory?: string): AccountContents {
  return directory ? readDirectoryFile(directory) : accountInTemplates(app);
}

function trafficOn(stages: readonly Target[], options: TrafficOptions, app: App, directory?: string): GeneratedTraffic {
  const account = accountOf(app, directory);
  return directory ? GeneratedTraffic.ofKeysIn(account, options, stages) : GeneratedTraffic.ofOwnCustomers(options, stages, account);
}

async function deliver(runs: readonly PipelineRun[], gateway: Gateway, requests: RequestSource, onRequest?: () => void): Promise<void> {
  const [first] = requests;
  for (const run of runs) await run.refreshDirectory(first?.arrival ?? 0);
  for (const request of requests) {
    const { destinationArn, data, resolved } = gateway.log(request);
    const run = runs.find(({ pipeline }) => destinationArn.endsWith(`/${pipeline.stream.name}`))!;
    await run.put(request.line, request.arrival, data, resolved);
    onRequest?.();
  }
}

/** As many as a note has room for. */
function someOf(names: Iterable<string>): string {
  return [...names].slice(0, MOST_NAMES).join(', ');
}

function notesOf({ unknownVariables }: Gateway): string[] {
  const values = [...unknownVariables.values()].reduce((sum, count) => sum + count, 0);
  return values > 0 ? [`${values} values of requests were ignored, because API Gateway has no such variables: ${someOf(unknownVariables.keys())}`] : [];
}

function notesOnKeys({ unknownKeys }: Gateway, { apiKeys }: AccountContents): string[] {
  const existing = someOf(apiKeys.map(({ id }) => id)) || 'none';
  return unknownKeys.size > 0 ? [`requests have ids of API keys that do not exist, so that their rows have no names: ${someOf(unknownKeys)}. The ids that exist: ${existing}`] : [];
}
