import { FOR_A_PERSON } from '../test/integ/person-questions';
import { AccountQuestion } from '../test/integ/questions';
import { ASKED } from '../test/integ/usage-questions';

/** The page about what only an AWS account can answer, as text. */
export function accountPage(): string {
  return `# On an AWS account

Written from \`test/integ/*-questions.ts\` by \`npx projen\`: change those, not this page.

The tests of this repository need no AWS account. They use the published rules of AWS, emulators, and Trino, the engine of Athena. Only an account can
confirm some facts. This page lists them, and says what the library assumes until then. An [integration test](../test/integ/integ.usage.ts) checks most of them in an
account. It has not run in one yet. Its app is compared with a committed snapshot in \`.ci/run\`, and the function that asks is tested without an account.

## Run the test

You need credentials for an account that holds nothing important, and a region that is ready for CDK (\`npx cdk bootstrap\`):

\`\`\`sh
npm ci
npm run test:integ -- --force --parallel-regions eu-west-1
\`\`\`

| | |
| --- | --- |
| what it does | deploys an API with two stages, a usage plan, a key and a pipeline for each stage (JSON and Parquet); sends up to 210 requests; waits for their rows; asks Athena; deletes everything |
| how long | about 25 minutes, of which the test waits about 5 for Firehose and 3 for the crawler |
| costs | less than one US dollar: one run of a crawler, about 100 queries of Athena that read the least it charges for (10 MB), and some thousand small calls |
| result | passed, if every answer is the expected one. Otherwise the last assertion lists each answer that differs, with what was found |

If the test fails, run it with \`--no-clean\`: the stacks stay, and you can ask one question again. The name of the function is in the outputs of the stack:

\`\`\`sh
aws lambda invoke --function-name <name> --cli-binary-format raw-in-base64-out --payload '{"question": "escaping"}' answer.json && cat answer.json
\`\`\`

The test never shows the value of the API key: the function that sends the requests reads it and keeps it to itself. Notes and answers have ids only.

**What stays.** The buckets, tables, streams, roles and log groups of the stacks are deleted: a test checks that no resource of the snapshot is retained. What AWS
makes outside the stacks stays: the service-linked role \`AWSServiceRoleForAPIGateway\` and the log group \`/aws-glue/crawlers\`, which all APIs and crawlers of an account
share, and the log groups of the functions that CDK brings. Delete the last ones with:

\`\`\`sh
for prefix in ApiUsageOnAnAccount UsageDefaultTest; do
  aws logs describe-log-groups --log-group-name-prefix "/aws/lambda/$prefix" --query 'logGroups[].logGroupName' --output text |
    xargs -rn1 aws logs delete-log-group --log-group-name
done
\`\`\`

## What the test asks

The test asks in this order. The result names each question by its id.

${table(ASKED)}

## What a person finds out

${table(FOR_A_PERSON)}
`;
}

function table(questions: readonly AccountQuestion[]): string {
  return [
    '| id | question | what we believe | why it matters | how to find out |',
    '| --- | --- | --- | --- | --- |',
    ...questions.map(({ id, question, believed, matters, how }) => `| \`${id}\` | ${question} | ${believed} | ${matters} | ${how} |`),
  ].join('\n');
}
