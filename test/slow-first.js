const Sequencer = require('@jest/test-sequencer').default;

/** Folders whose suites run whole pipelines, or parse the SQL of all templates. */
const SLOW = /[\\/]test[\\/](athena|examples|preview|query)[\\/]/;

/** Without durations of an earlier run, Jest starts with the longest files. A slow suite among the last would leave cores idle. */
module.exports = class extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    return [...sorted.filter(({ path }) => SLOW.test(path)), ...sorted.filter(({ path }) => !SLOW.test(path))];
  }
};
