/** A name of a value that a service knows, of a resource type or of an action. Any other text has one shape. */
const TERM = /^([a-z0-9-]+:)?[A-Z][A-Za-z_:*]{0,40}$/;
const INTRINSIC = /^(Ref$|Fn::)/;

/** What a resource declares, without its texts: two resources of one shape differ in nothing that a linter looks at. */
export function resourceShape({ Metadata: _, ...resource }: Record<string, unknown>): string {
  return shape(resource);
}

function shape(value: unknown): string {
  if (Array.isArray(value)) return `[${[...new Set(value.map(shape))].sort().join()}]`;
  if (typeof value === 'string') return TERM.test(value) ? value : 'text';
  if (typeof value !== 'object' || value === null) return String(value);
  const keys = Object.keys(value).sort();
  if (keys.length === 1 && INTRINSIC.test(keys[0])) return keys[0];
  return `{${keys.map((key) => `${key}:${shape((value as Record<string, unknown>)[key])}`).join()}}`;
}

/**
 * A value whose lists have only the items of a shape that no list had before, or their first item: dashboards have hundreds
 * of pictures of few shapes. Adds the shapes of the items to `seen`.
 */
export function withFreshItems(value: unknown, seen: Set<string>): unknown {
  if (Array.isArray(value)) {
    const fresh = value.filter((item) => isNew(shape(item), seen));
    return (fresh.length > 0 ? fresh : value.slice(0, 1)).map((item) => withFreshItems(item, seen));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, INTRINSIC.test(key) ? part : withFreshItems(part, seen)]));
}

/** Whether a shape was not seen before. Now it is. */
export function isNew(one: string, seen: Set<string>): boolean {
  const before = seen.size;
  return seen.add(one).size > before;
}
