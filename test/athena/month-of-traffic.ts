import { writeFileSync } from 'fs';
import { join } from 'path';
import { accountInTemplates } from '../../preview/directory/account-in-templates';
import { Request, RequestSource } from '../../preview/gateway/request-source';
import { findPipelines } from '../../preview/pipeline/find-pipelines';
import { runPreview } from '../../preview/run-preview';
import { App } from '../../preview/template/app';
import { GeneratedTraffic } from '../../preview/traffic/generated-traffic';
import { DAY, HOUR } from '../../preview/traffic/traffic-options';
import { temporaryFolder } from '../preview/temporary-folder';

const COUNT = 6000;
const DAYS = 30;
/** Only requests of these hours of a day are delivered: an engine spends its time on files, and an hour has some. */
const HOURS = [2, 9, 13, 14, 20];
const SEED = 'athena';
/** So many of the newest requests come again in the last hour, so that a period that has just begun has requests. */
const IN_LAST_HOUR = 200;

/** Runs the pipeline of a template on a month of requests that ends at an instant; returns the folder of its buckets. */
export async function previewMonth(template: string, end: Date): Promise<string> {
  const folder = temporaryFolder();
  const app = new App([template]);
  const from = Math.floor(end.getTime() / DAY) * DAY - (DAYS - 1) * DAY;
  const stages = findPipelines(app).flatMap((pipeline) => pipeline.stages);
  const traffic = GeneratedTraffic.ofOwnCustomers({ count: COUNT, seed: SEED, from, days: DAYS }, stages, accountInTemplates(app));
  const directory = join(folder, 'directory.json');
  writeFileSync(directory, JSON.stringify(traffic.account));
  const out = join(folder, 'out');
  const preview = await runPreview({ templates: [template], requests: upTo(end.getTime(), traffic), directory, escaping: 'json', out });
  preview.close();
  expect(preview.problems).toEqual([]);
  return join(out, 's3');
}

/** The requests that arrive until an instant, and the last of them once more just before it. */
function upTo(end: number, traffic: Iterable<Request>): RequestSource {
  const before = [...traffic].filter(({ arrival }) => arrival <= end && HOURS.includes(new Date(arrival).getUTCHours()));
  const start = Math.max(end - HOUR, Date.UTC(new Date(end).getUTCFullYear(), new Date(end).getUTCMonth()));
  const again = before.slice(-IN_LAST_HOUR).map((request, index) => {
    const arrival = Math.floor(start + (end - start) * index / IN_LAST_HOUR);
    const id = `${request.variables.extendedRequestId}again`;
    const variables = { ...request.variables, requestTimeEpoch: String(arrival), requestId: id, extendedRequestId: id };
    return { line: before.length + index + 1, arrival, variables };
  });
  const requests = [...before, ...again].sort((a, b) => a.arrival - b.arrival || a.line - b.line);
  return { count: requests.length, [Symbol.iterator]: () => requests[Symbol.iterator]() };
}
