import { AccountQuestion } from './questions';

/** What takes longer than a test, or a subscription to Amazon QuickSight. */
export const FOR_A_PERSON: readonly AccountQuestion[] = [
  {
    id: 'dashboard-accepted',
    question: 'Does Amazon QuickSight accept the definition of the dashboard?',
    believed: 'Yes: it follows the schema and the rules that AWS publishes. QuickSight checks the rest of a definition only when it is deployed.',
    matters: 'An error there fails the deployment of a stack with `dashboard`.',
    how: 'Subscribe to QuickSight, put your user into `examples/typescript/dashboard.ts`, deploy it, and look for `Errors` in the answer of `aws quicksight describe-dashboard-definition`.',
  },
  {
    id: 'dashboard-columns',
    question: 'Does QuickSight take columns of a custom SQL statement with names such as `customer_id IS NOT NULL`, and filter visuals by them?',
    believed: 'Yes: the statement quotes the names, and a category filter keeps the rows with the value `yes`.',
    matters: 'Visuals with a condition use such columns.',
    how: 'Open the sheet *Errors* of that dashboard, and compare *Requests without an API key* with its saved query.',
  },
  {
    id: 'dashboard-pruning',
    question: 'Does a date control of the dashboard limit the files that Athena reads?',
    believed: 'QuickSight compares the columns `partition_from` and `partition_to` with the chosen dates, and Athena leaves out the other folders.',
    matters: 'Athena charges for what it reads; a visual would read all history.',
    how: 'Choose one day in that dashboard, and then a month. Compare the bytes read in the history of the workgroup.',
  },
  {
    id: 'dashboard-rights',
    question: 'Are the sets of actions for readers and authors those that QuickSight accepts?',
    believed: 'Yes: they are the sets that AWS documents for dashboards, analyses and data sets.',
    matters: 'QuickSight refuses any other set, and the deployment fails.',
    how: 'The deployment of that dashboard succeeds. A reader can open it, and an author can save a copy of its analysis.',
  },
  {
    id: 'quota-weeks',
    question: 'On which day does the week of a quota begin?',
    believed: 'On Sunday, 00:00 UTC, unless the plan has an offset.',
    matters: 'The view `quota_status` counts from there.',
    how: 'Give a usage plan a weekly quota and use some of it on a Saturday. On Sunday compare `aws apigateway get-usage` with `quota_status`.',
  },
  {
    id: 'lake-formation',
    question: 'What does an account need if AWS Lake Formation governs its AWS Glue catalog?',
    believed: 'The roles of stream, crawler, registration and readers need grants on the database and its tables. Without them the deployment of Parquet fails.',
    matters: 'Such accounts see errors about rights although IAM allows everything.',
    how: 'Run the test in such an account, with the grants and without.',
  },
  {
    id: 'prices',
    question: 'Is the bill what [costs.md](costs.md) says?',
    believed: 'The prices are those that AWS published when the page was written.',
    matters: 'Owners decide by this page.',
    how: 'After a month, compare Cost Explorer, filtered by a tag of the stack, with the page. Activate the tag in Billing at the beginning of the month. The sizes of rows are measured; prices are not.',
  },
  {
    id: 'record-size',
    question: 'Does Firehose charge 5 KB for each line of the access log?',
    believed: 'AWS does not say. We assume it does, because API Gateway puts records directly.',
    matters: 'With many requests, ingestion is the largest part of the costs, and a line is shorter than 5 KB.',
    how: 'After a day of traffic, divide the billed gigabytes of Firehose by the number of requests.',
  },
  {
    id: 'throttled-stream',
    question: 'What does API Gateway do with log lines that Firehose throttles?',
    believed: 'It drops some. The caller of the API notices nothing.',
    matters: 'The alarm about throttled records asks the owner to raise the quota in time.',
    how: 'Send more requests than the quota of the stream for ten minutes, and compare the metric `Count` of API Gateway with the rows.',
  },
];
