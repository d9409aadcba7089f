import { withFreshItems } from './template-shape';

/** A template of CloudFormation, as far as its parts have names that others refer to. */
export type Template = Readonly<Partial<Record<typeof NAMED[number], Readonly<Record<string, Readonly<Record<string, unknown>>>>>>>;

const NAMED = ['Parameters', 'Mappings', 'Conditions', 'Resources'] as const;

/**
 * A template with some of its resources, and with everything that these refer to, be it through others. Their lists have the
 * items of shapes that are new, see `withFreshItems`.
 */
export function reducedTo(logicalIds: readonly string[], template: Template, seen: Set<string>): Template {
  const named = new Map(NAMED.flatMap((section) => Object.entries(template[section] ?? {})));
  const kept = new Map<string, unknown>();
  const keep = (name: string) => {
    if (kept.has(name) || !named.has(name)) return;
    kept.set(name, withFreshItems(named.get(name), seen));
    // Any word may be a name: too much is kept rather than too little.
    for (const [word] of JSON.stringify(kept.get(name)).matchAll(/[A-Za-z0-9]+/g)) keep(word);
  };
  logicalIds.forEach(keep);
  const keptOf = (section: typeof NAMED[number]) => Object.keys(template[section] ?? {}).filter((name) => kept.has(name));
  return Object.fromEntries(NAMED.filter((section) => keptOf(section).length > 0)
    .map((section) => [section, Object.fromEntries(keptOf(section).map((name) => [name, kept.get(name)]))])) as Template;
}
