/** Which API keys are internal, as the construct tells the function. */
export interface InternalKeyRule {
  readonly ids: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
}

export const NO_INTERNAL_KEYS: InternalKeyRule = { ids: [], tags: {} };

interface TaggedKey {
  readonly id: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** Whether an API key is internal: one match is enough. */
export function isInternalKey({ ids, tags }: InternalKeyRule, key: TaggedKey): boolean {
  return ids.includes(key.id) || Object.entries(tags).some(([tag, value]) => Object.hasOwn(key.tags, tag) && key.tags[tag] === value);
}
