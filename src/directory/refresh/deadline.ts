const TIME_TO_SAY_SO_MS = 1000;

/** Waits for a run, but not longer than the function lives: one that is killed tells nobody. */
export async function beforeDeadline(run: Promise<void>, remainingMs: number | undefined): Promise<void> {
  if (remainingMs === undefined) return run;
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The run did not end in time: the account has more usage plans and APIs than five calls a second can '
      + 'read in it. Give ApiUsageAnalytics a longer directoryRefreshInterval.')), remainingMs - TIME_TO_SAY_SO_MS);
  });
  try {
    await Promise.race([run, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
