import { writeFileSync } from 'fs';
import { join } from 'path';
import { UsagePlan } from '../../preview/directory/account';
import { accountInTemplates } from '../../preview/directory/account-in-templates';
import { Request, RequestSource } from '../../preview/gateway/request-source';
import { findPipelines } from '../../preview/pipeline/find-pipelines';
import { runPreview } from '../../preview/run-preview';
import { App } from '../../preview/template/app';
import { GeneratedTraffic } from '../../preview/traffic/generated-traffic';
import { DAY, HOUR } from '../../preview/traffic/traffic-options';
import { temporaryFolder } from '../preview/temporary-folder';

const COUNT = 20_000;
const DAYS = 30;
/** Only requests of these hours of a day are delivered: an engine spends its time on files, and an hour has some. */
const HOURS = [2, 13, 20];
const SEED = 'athena';

/** Runs the pipeline of a template on a month of requests that ends at an instant; returns the folder of its buckets. */
export async function previewMonth(template: string, end: Date): Promise<string> {
  const folder = temporaryFolder();
  const app = new App([template]);
  const from = Math.floor(end.getTime() / DAY) * DAY - (DAYS - 1) * DAY;
  const stages = findPipelines(app).flatMap((pipeline) => pipeline.stages);
  const traffic = GeneratedTraffic.ofOwnCustomers({ count: COUNT, seed: SEED, from, days: DAYS }, stages, accountInTemplates(app));
  const directory = join(folder, 'directory.json');
  const requests = upTo(end.getTime(), traffic);
  // Quotas are in proportion to what is delivered. At any instant, one is used up: its keys have a request in each period.
  const first = traffic.account.usagePlans.find((plan) => 'quota' in plan && plan.quota);
  const usagePlans = traffic.account.usagePlans.map((plan) => withSmallerQuota(plan, plan === first ? 0 : requests.count / COUNT));
  writeFileSync(directory, JSON.stringify({ ...traffic.account, usagePlans }));
  const out = join(folder, 'out');
  const preview = await runPreview({ templates: [template], requests, directory, escaping: 'json', out });
  preview.close();
  expect(preview.problems).toEqual([]);
  return join(out, 's3');
}

function withSmallerQuota({ quota, ...plan }: UsagePlan & { readonly quota?: { readonly limit: number } }, share: number): UsagePlan {
  return quota ? { ...plan, quota: { ...quota, limit: Math.max(1, Math.ceil(quota.limit * share)) } } as UsagePlan : plan;
}

/** The requests that arrive until an instant, and just before it one more of each key and outcome: a period that has just begun has all. */
function upTo(end: number, traffic: Iterable<Request>): RequestSource {
  const before = [...traffic].filter(({ arrival }) => arrival <= end && HOURS.includes(new Date(arrival).getUTCHours()));
  const kinds = [...new Map(before.map((request) => [kindOf(request), request])).values()];
  const start = Math.max(end - HOUR, Date.UTC(new Date(end).getUTCFullYear(), new Date(end).getUTCMonth()));
  const again = kinds.map(({ variables }, index) => {
    const arrival = Math.floor(start + (end - start) * index / kinds.length);
    // Its id and its time are its own: it is no copy.
    const id = `again-${index}`;
    const own = { requestTimeEpoch: String(arrival), requestId: id, extendedRequestId: id };
    return { line: before.length + index + 1, arrival, variables: { ...variables, ...own } };
  });
  const requests = [...before, ...again].sort((a, b) => a.arrival - b.arrival || a.line - b.line);
  return { count: requests.length, [Symbol.iterator]: () => requests[Symbol.iterator]() };
}

function kindOf({ variables }: Request): string {
  return JSON.stringify(['identity.apiKeyId', 'status', 'error.responseType'].map((name) => variables[name]));
}
