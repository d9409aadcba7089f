// Prints "PASSED FAILED" of what jest wrote to the files given. A file that is missing, or without a test, is one failure.
const { existsSync, readFileSync } = require('fs');

const counts = process.argv.slice(2).map((file) => {
  const run = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { numTotalTests: 0 };
  return run.numTotalTests > 0 ? [run.numPassedTests, run.numFailedTests + run.numRuntimeErrorTestSuites] : [0, 1];
});
console.log(counts.reduce(([passed, failed], [p, f]) => [passed + p, failed + f], [0, 0]).join(' '));
