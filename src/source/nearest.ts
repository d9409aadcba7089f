/** The candidate that takes the fewest changes of a character to become. */
export function nearest(text: string, candidates: readonly string[]): string {
  const ranked = candidates.map((candidate) => ({ candidate, changes: changesBetween(text.toLowerCase(), candidate.toLowerCase()) }));
  return ranked.reduce((best, next) => next.changes < best.changes ? next : best).candidate;
}

/** The Levenshtein distance, a row at a time. */
function changesBetween(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 0; i < from.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < to.length; j++) {
      const replaced = row[j] + (from[i] === to[j] ? 0 : 1);
      next.push(Math.min(replaced, row[j + 1] + 1, next[j] + 1));
    }
    row = next;
  }
  return row[to.length];
}
