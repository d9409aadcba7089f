/** The internal keys in the environment of the function. */
export interface InternalKeyRule {
  readonly ids: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
}

export const NO_INTERNAL_KEYS: InternalKeyRule = { ids: [], tags: {} };

interface TaggedKey {
  readonly id: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** Whether an id or a tag marks an API key as internal. */
export function isInternalKey({ ids, tags }: InternalKeyRule, key: TaggedKey): boolean {
  return ids.includes(key.id) || Object.entries(tags).some(([tag, value]) => Object.hasOwn(key.tags, tag) && key.tags[tag] === value);
}
