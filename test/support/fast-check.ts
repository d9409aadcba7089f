import fc from 'fast-check';

// In CI, a commit meets the same values each time, so that a failure is due to a change. Elsewhere each run draws new ones.
if (process.env.CI) fc.configureGlobal({ seed: 1 });

export default fc;
