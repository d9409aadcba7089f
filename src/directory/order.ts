/** Sorts by code units instead of a locale, so that the same content gives the same bytes everywhere. */
export function sortedBy<T>(items: Iterable<T>, key: (item: T) => string): T[] {
  return [...items].sort((left, right) => compare(key(left), key(right)));
}

/** JSON that does not depend on the order of the entries; null if there are none. */
export function sortedJson(record: Readonly<Record<string, unknown>>): string | null {
  const entries = sortedBy(Object.entries(record), ([name]) => name);
  return entries.length === 0 ? null : JSON.stringify(Object.fromEntries(entries));
}

function compare(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}
