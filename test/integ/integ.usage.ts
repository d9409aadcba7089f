import { ExpectedResult, IntegTest, Match } from '@aws-cdk/integ-tests-alpha';
import { App, Duration } from 'aws-cdk-lib';
import { Asked } from './questions';
import { ASKED } from './usage-questions';
import { UsageStack } from './usage-stack';

const app = new App();
const stack = new UsageStack(app, 'ApiUsageOnAnAccount');
// The snapshot is committed without its assets, so it cannot be deployed before the app.
const test = new IntegTest(app, 'Usage', { testCases: [stack], diffAssets: false, stackUpdateWorkflow: false });

const WAIT = { interval: Duration.seconds(30), totalTimeout: Duration.minutes(20) };

// One after another, in the order in which they can be answered.
const asked = ASKED.map(({ id, waits }: Asked) => {
  const call = test.assertions.invokeFunction({ functionName: stack.probe.functionName, payload: JSON.stringify({ question: id }) })
    .expect(ExpectedResult.objectLike({ Payload: Match.serializedJson(Match.objectLike({ question: id, verdict: 'as believed' })) }));
  return waits ? call.waitForAssertions(WAIT) : call;
});
asked.reduce((before, next) => before.next(next));
