/** A name of a value that a service knows, or of a resource type. Any other text has one shape. */
const TERM = /^[A-Z][A-Za-z_:]{0,40}$/;

/** What a resource declares, without its texts and numbers: two resources of one shape differ in nothing that a linter looks at. */
export function resourceShape({ Metadata: _, ...resource }: Record<string, unknown>): string {
  return shape(resource);
}

function shape(value: unknown): string {
  if (Array.isArray(value)) return `[${[...new Set(value.map(shape))].sort().join()}]`;
  if (typeof value === 'string') return TERM.test(value) ? value : 'text';
  if (typeof value !== 'object' || value === null) return typeof value;
  const keys = Object.keys(value).sort();
  if (keys.length === 1 && /^(Ref$|Fn::)/.test(keys[0])) return keys[0];
  return `{${keys.map((key) => `${key}:${shape((value as Record<string, unknown>)[key])}`).join()}}`;
}
