import { AccountQuestion } from './questions';

/** What no test of half an hour can find out. */
export const FOR_A_PERSON: readonly AccountQuestion[] = [
  {
    id: 'quota-weeks',
    question: 'On which day does the week of a quota begin?',
    believed: 'On Sunday, 00:00 UTC, unless the plan has an offset.',
    matters: 'The view `quota_status` counts from there.',
    how: 'Give a usage plan a weekly quota and use some of it on a Saturday. On Sunday compare `aws apigateway get-usage` with `quota_status`.',
  },
  {
    id: 'lake-formation',
    question: 'What does an account need in which AWS Lake Formation governs AWS Glue?',
    believed: 'The roles of stream, crawler, registration and readers need grants on the database and its tables. Without them the deployment of Parquet fails.',
    matters: 'Such accounts see errors about rights although IAM allows everything.',
    how: 'Run the test in such an account, with the grants and without.',
  },
  {
    id: 'prices',
    question: 'Is the bill what [costs.md](costs.md) says?',
    believed: 'The prices are those that AWS published when the page was written.',
    matters: 'The page is what owners decide by.',
    how: 'After a month, compare the Cost Explorer, filtered by the tag of the stack, with the page. The sizes of rows are measured; prices are not.',
  },
  {
    id: 'record-size',
    question: 'Does Firehose charge 5 KB for each line of the access log?',
    believed: 'Yes: API Gateway puts records directly, and each is rounded up.',
    matters: 'It is the largest part of the ingestion costs. Vended logs would have no rounding.',
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
