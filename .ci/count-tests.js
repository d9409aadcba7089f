// Prints "PASSED FAILED" of what jest wrote to the files given. A file that is missing, or a run without a test, is a failure.
const { readFileSync } = require('fs');

const runs = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, 'utf8')));
if (runs.some(({ numTotalTests }) => numTotalTests === 0)) throw new Error('A run of jest had no test.');
const sum = (count) => runs.reduce((total, run) => total + count(run), 0);
console.log(sum((run) => run.numPassedTests), sum((run) => run.numFailedTests + run.numRuntimeErrorTestSuites));
