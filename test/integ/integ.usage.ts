import { ExpectedResult, IApiCall, IntegTest, Match } from '@aws-cdk/integ-tests-alpha';
import { App, Duration } from 'aws-cdk-lib';
import { Asked } from './questions';
import { ASKED } from './usage-questions';
import { UsageStack } from './usage-stack';

const app = new App();
const stack = new UsageStack(app, 'ApiUsageOnAnAccount');
// The snapshot is committed without its assets, so it cannot be deployed before the app.
const test = new IntegTest(app, 'Usage', { testCases: [stack], diffAssets: false, stackUpdateWorkflow: false });

const WAIT = { interval: Duration.seconds(30), totalTimeout: Duration.minutes(20) };

/** Calls the probe, and expects this of its answer. */
function call(event: object, answer: Record<string, unknown>): IApiCall {
  return test.assertions.invokeFunction({ functionName: stack.probe.functionName, payload: JSON.stringify(event) })
    .expect(ExpectedResult.objectLike({ Payload: Match.serializedJson(Match.objectLike(answer)) }));
}

// An expectation that fails ends the deployment. Every question shall have its answer, so only the last call expects what we believe.
const answered = ASKED.map(({ id, waits }: Asked) => {
  const asked = call({ question: id }, { verdict: Match.stringLikeRegexp('^(as believed|otherwise)$') });
  return waits ? asked.waitForAssertions(WAIT) : asked;
});
const summary = call({}, { otherwise: [], unanswered: [] });
[...answered, summary].reduce((before, next) => before.next(next));
