/** The candidate with the smallest edit distance to the text; undefined if none is similar. */
export function nearestName(text: string, candidates: readonly string[]): string | undefined {
  const ranked = candidates.map((candidate) => ({ candidate, changes: changesBetween(text.toLowerCase(), candidate.toLowerCase()) }));
  const best = ranked.reduce((closest, next) => next.changes < closest.changes ? next : closest);
  return best.changes <= text.length / 2 ? best.candidate : undefined;
}

/** The Levenshtein distance, computed row by row. */
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
