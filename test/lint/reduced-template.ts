import { oneOfEachShape } from './template-shape';

/** A template of CloudFormation, as far as its parts have names that others refer to. */
export type Template = Readonly<Partial<Record<typeof NAMED[number], Readonly<Record<string, Readonly<Record<string, unknown>>>>>>>;

const NAMED = ['Parameters', 'Mappings', 'Conditions', 'Resources'] as const;

/** A template with the shapes of some of its resources, and with everything that these refer to, be it through others. */
export function reducedTo(logicalIds: readonly string[], template: Template): Template {
  const sections = NAMED.map((section) => {
    const parts = Object.entries(template[section] ?? {});
    return [section, parts.map(([name, part]) => [name, oneOfEachShape(part)] as const)] as const;
  });
  const named = new Map(sections.flatMap(([, parts]) => parts));
  const kept = new Set<string>();
  const keep = (name: string) => {
    if (kept.has(name) || !named.has(name)) return;
    kept.add(name);
    // Any word may be a name: too much is kept rather than too little.
    for (const [word] of JSON.stringify(named.get(name)).matchAll(/[A-Za-z0-9]+/g)) keep(word);
  };
  logicalIds.forEach(keep);
  return Object.fromEntries(sections
    .map(([section, parts]) => [section, Object.fromEntries(parts.filter(([name]) => kept.has(name)))] as const)
    .filter(([, parts]) => Object.keys(parts).length > 0)) as Template;
}
