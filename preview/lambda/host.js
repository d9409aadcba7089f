// Takes the place of a Lambda container: loads the handler of a bundle once and runs it for one event after the other.
// Plain JavaScript, so that the handler's process needs no TypeScript loader.
const { join } = require('path');

const MAX_RESPONSE_BYTES = 6_291_556;

const [moduleName, exportName] = process.env._HANDLER.split('.');
const handler = load();

process.on('message', async ({ invocations, ...shared }) => {
  for (const invocation of invocations) {
    const answer = await invoke({ ...invocation, ...shared });
    process.send(answer);
    if (answer.errorType) return;
  }
});

async function invoke({ requestId, functionArn, event, timeoutMilliseconds, list }) {
  const deadline = Date.now() + timeoutMilliseconds;
  const context = {
    awsRequestId: requestId,
    callbackWaitsForEmptyEventLoop: true,
    functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
    functionVersion: process.env.AWS_LAMBDA_FUNCTION_VERSION,
    invokedFunctionArn: functionArn,
    logGroupName: process.env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME,
    memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  };
  try {
    const answer = await handler(event, context);
    const payload = JSON.stringify(answer) ?? 'null';
    const bytes = Buffer.byteLength(payload);
    if (bytes > MAX_RESPONSE_BYTES) return failure('Function.ResponseSizeTooLarge', `Response payload size exceeded maximum allowed payload size (${MAX_RESPONSE_BYTES} bytes).`);
    if (list && !Array.isArray(answer?.[list])) return failure('Answer.Malformed', `the answer of the function has no list of ${list}`);
    return { payload };
  } catch (error) {
    console.error('Invoke Error', error);
    return failure(error?.name ?? 'Error', String(error?.message ?? error));
  }
}

function failure(errorType, errorMessage) {
  return { errorType, errorMessage };
}

function load() {
  try {
    return require(join(process.env.LAMBDA_TASK_ROOT, moduleName))[exportName];
  } catch (error) {
    // Node itself would print the line that threw, which is the whole of a minified bundle.
    console.error('Init Error', error);
    return process.exit(1);
  }
}
