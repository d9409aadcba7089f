/** A template of CloudFormation, as far as its parts have names that others refer to. */
export type Template = Readonly<Partial<Record<typeof NAMED[number], Readonly<Record<string, Readonly<Record<string, unknown>>>>>>>;

const NAMED = ['Parameters', 'Mappings', 'Conditions', 'Resources'] as const;

/** A template with some of its resources, and with everything that these refer to, be it through others. */
export function reducedTo(logicalIds: readonly string[], template: Template): Template {
  const named = new Map(NAMED.flatMap((section) => Object.entries(template[section] ?? {})));
  const kept = new Set<string>();
  const keep = (name: string) => {
    if (kept.has(name) || !named.has(name)) return;
    kept.add(name);
    // Any word may be a name: too much is kept rather than too little.
    for (const [word] of JSON.stringify(named.get(name)).matchAll(/[A-Za-z0-9]+/g)) keep(word);
  };
  logicalIds.forEach(keep);
  return Object.fromEntries(NAMED.map((section) => [section, Object.entries(template[section] ?? {}).filter(([name]) => kept.has(name))] as const)
    .filter(([, entries]) => entries.length > 0)
    .map(([section, entries]) => [section, Object.fromEntries(entries)]));
}
