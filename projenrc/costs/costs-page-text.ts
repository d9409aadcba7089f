import { Cost, dataEvents, logsInsightsCost, pipelineCosts, questionCosts, sampleCrawlerCost, sum } from './monthly-cost';
import { PRICES, PRICES_OF, REGION } from './prices';
import { BATCH_BYTES, CRAWLER_DPUS, DAYS, DIRECTORY_CALLS_A_RUN, KEPT_MONTHS, LINE_BYTES, listsOfAllQuestions, QUESTIONS, Workload } from './workload';

const REQUESTS = [1e6, 1e7, 1e8];
const DEFAULTS = { format: 'JSON', catalog: 'crawled' } as const;

/** The page of costs, as text. */
export function costsPage(): string {
  return [
    '# Costs',
    'Written from `projenrc/costs` by `npx projen`: change that, not this page.',
    `List prices of ${REGION} without free tiers, as of ${PRICES_OF}. [The prices](#prices) link to the pages that have the current ones. `
      + `A month has ${DAYS} days, and the API has traffic at all hours. API Gateway itself costs ${dollars(PRICES.restApi.price)} for a million requests.`,
    '## The default pipeline',
    table(['US dollars a month', ...REQUESTS.map(title)], [
      ...lines((requests) => pipelineCosts({ requests, ...DEFAULTS })),
      totals('**The pipeline**', (requests) => sum(pipelineCosts({ requests, ...DEFAULTS }))),
      ...lines((requests) => questionCosts({ requests, ...DEFAULTS })),
      totals(`**All ${QUESTIONS} questions, once a day**`, (requests) => sum(questionCosts({ requests, ...DEFAULTS }))),
    ]),
    'A question that is not asked costs nothing. Up to some ten million requests a month, S3 requests cost more than the bytes that they read: '
      + 'Athena lists every hour of a question\'s period and opens every file.',
    '## What the options change',
    table(['US dollars a month: the pipeline + all questions once a day', ...REQUESTS.map(title)], combinations()),
    [
      '* `catalog: UsageCatalog.projected()` saves the crawl ([which to choose](catalog.md)).',
      '* `format: RecordFormat.parquet()` adds the conversion, which Firehose also bills as 5 KB for each record. Questions then read fewer bytes, and a third of the files: it saves money if you '
        + 'ask often.',
      '* `bufferingInterval: Duration.minutes(15)`, the default of Parquet, leaves a third of the files, so that a question needs a third of the GET requests.',
      '* `directoryRefreshInterval` sets the cost of reading names ([table](directory-reads.md)).',
      '* `expireAfter` and `archiveAfter` of `UsageStorage.managed` limit the storage, which grows by the same amount every month.',
      '* `queryScanLimit` limits what one query can read.',
    ].join('\n'),
    '## What is extra',
    table(['what', 'US dollars a month'], extras()),
    '## Beside CloudWatch Logs',
    'The same lines in CloudWatch Logs, and the same questions as queries of CloudWatch Logs Insights over one month. CloudWatch Logs has no names of customers and usage plans.',
    table(['US dollars a month', ...REQUESTS.map(title)], [
      totals('writing the lines', (requests) => logsInsightsCost(requests).written),
      totals(`${QUESTIONS} questions, once a day`, (requests) => logsInsightsCost(requests).asked),
    ]),
    '## Beside AWS\'s sample',
    'The crawler of [AWS\'s sample](https://github.com/aws-samples/serverless-samples/tree/main/apigw-log-analytic) runs every ten minutes, and AWS Glue bills at least ten minutes a run: '
      + `with ${CRAWLER_DPUS} DPUs, ${dollars(sampleCrawlerCost())} a month at any traffic. Its files are not compressed, and its dashboard reads all of them for every visual.`,
    '## How it is computed',
    assumptions().map((line) => `* ${line}`).join('\n'),
    '## Prices',
    `${REGION}, ${PRICES_OF}, without taxes, free tiers and discounts. GB and TB are powers of 1024.`,
    table(['US dollars', 'for each', 'current price'], Object.values(PRICES).map(({ price, per, page }) => [String(price), per, `[${new URL(page).pathname.split('/')[1]}](${page})`])),
    '',
  ].join('\n\n').replace(/\n+$/, '\n');
}

/** The table of the README. */
export function shortCosts(): string {
  return table(['US dollars a month', ...REQUESTS.map(title)], [
    totals('the pipeline with its defaults', (requests) => sum(pipelineCosts({ requests, ...DEFAULTS }))),
    totals('the same with `UsageCatalog.projected()`', (requests) => sum(pipelineCosts({ requests, format: 'JSON', catalog: 'projected' }))),
    totals(`in addition, asking all ${QUESTIONS} questions once a day`, (requests) => sum(questionCosts({ requests, ...DEFAULTS }))),
    totals('for comparison: API Gateway', (requests) => requests / 1e6 * PRICES.restApi.price),
  ]);
}

function combinations(): string[][] {
  const workloads = (['JSON', 'Parquet'] as const).flatMap((format) => (['crawled', 'projected'] as const).map((catalog) => ({ format, catalog })));
  return workloads.map(({ format, catalog }) => [`${format}, ${catalog}`, ...REQUESTS.map((requests) => both({ requests, format, catalog }))]);
}

function both(workload: Workload): string {
  return `${figure(sum(pipelineCosts(workload)))} + ${figure(sum(questionCosts(workload)))}`;
}

function extras(): string[][] {
  const events = dataEvents(DEFAULTS) / 1e6;
  return [
    ['Amazon QuickSight: each reader', figure(PRICES.reader.price)],
    ['Amazon QuickSight: each author', figure(PRICES.author.price)],
    ['`addAlarms`: each metric that an alarm reads', figure(PRICES.alarms.price)],
    ['`addOperationsDashboard`', figure(PRICES.operationsDashboard.price)],
    [`a CloudTrail trail with the data events of the bucket, at most (${events.toFixed(1)} million, nearly all of them of the questions)`, figure(events * PRICES.trailDataEvents.price)],
    ['GuardDuty S3 Protection of the same events, at most', figure(events * PRICES.guardDutyS3.price)],
    ['each further CloudTrail trail with the reads of names, and GuardDuty', '[table](directory-reads.md)'],
  ];
}

function assumptions(): string[] {
  return [
    `A log line has ${LINE_BYTES} bytes. Firehose calls the enrichment for each ${BATCH_BYTES / 1024} KiB and at least once a minute.`,
    `Names are read every 5 minutes, from 20 usage plans and 5 APIs, with ${DIRECTORY_CALLS_A_RUN} calls.`,
    `Storage is that of ${KEPT_MONTHS} months of requests: what a month costs after the first year.`,
    'Sizes are those of generated traffic (`npm run bench`). Longer paths and more various user agents make files larger.',
    `A crawl takes ${CRAWLER_DPUS} DPUs, as in AWS's example, and ends within 10 minutes, the least that AWS bills.`,
    `LIST requests were [measured with Trino](questions.md#what-each-question-costs), the engine of Athena: ${listsOfAllQuestions('crawled').toLocaleString('en')} for all questions. `
      + 'That pipeline had requests in five hours of each day. Hours without files take two LISTs each, so it is an upper bound.',
    'Whether Firehose bills access logs of API Gateway as direct PUT, and so rounds each record, is not documented. The table assumes that it does, which is the more expensive case.',
    'Below a cent, and left out: the objects of names, the results of queries, the messages about new files, and the logs of the crawler.',
  ];
}

function lines(costs: (requests: number) => Cost[]): string[][] {
  const columns = REQUESTS.map(costs);
  return columns[0].map(({ what }, row) => [what, ...columns.map((column) => figure(column[row].dollars))]);
}

function totals(what: string, cost: (requests: number) => number): string[] {
  return [what, ...REQUESTS.map((requests) => figure(cost(requests)))];
}

function title(requests: number): string {
  return `${requests / 1e6} million requests`;
}

function figure(amount: number): string {
  return amount.toFixed(2);
}

function dollars(amount: number): string {
  return `$${figure(amount)}`;
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
