import { IConstruct } from 'constructs';
import { InternalKeyRule, NO_INTERNAL_KEYS } from './internal-key-rule';
import { listOf, mapOf, members, TEXT } from '../../synth/checks';
import { usageError } from '../../synth/usage-error';

/**
 * Your own API keys, such as those of health checks and synthetic monitors. A key is internal if its id is listed or if it
 * has one of the tags.
 *
 * @example
 * new ApiUsageAnalytics(stack, 'Usage', {
 *   stages: [api.deploymentStage],
 *   internalKeys: { tags: { purpose: 'health-check' } },
 * });
 */
export interface InternalKeys {
  /**
   * Ids (not values) of API keys. Use `tags` for a key of another stack: its id is known only at deployment, so a
   * reference would make the stacks depend on each other.
   *
   * @default - none by id
   * @throws if an id is empty or contains blanks
   * @see https://docs.aws.amazon.com/apigateway/latest/api/API_ApiKey.html
   */
  readonly ids?: string[];

  /**
   * Tags of API keys, as a map from the tag's key to its value. An API key with any of these tags is internal. Keys and
   * values are case-sensitive.
   *
   * @default - none by tag
   * @throws if the key of a tag is empty
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-tagging.html
   */
  readonly tags?: { [tag: string]: string };
}

export const INTERNAL_KEYS = members<InternalKeys>('an object with ids or tags, such as { ids: [\'a1b2c3d4e5\'] }', {
  ids: listOf('a list of ids of API keys, such as [\'a1b2c3d4e5\']', TEXT),
  tags: mapOf('an object from tags to values, such as { team: \'platform\' }', TEXT),
});

/** The environment of a function has at most 4 KB, of which other variables need a part. */
const MOST_CHARACTERS = 2048;

/** Validates internalKeys. */
export function internalKeyRule(scope: IConstruct, keys?: InternalKeys): InternalKeyRule {
  if (!keys) return NO_INTERNAL_KEYS;
  const rule = { ids: keys.ids ?? [], tags: keys.tags ?? {} };
  if (rule.ids.length === 0 && Object.keys(rule.tags).length === 0) {
    throw usageError(scope, 'internalKeys must name at least one id or one tag. Omit internalKeys if no key is internal.');
  }
  const id = rule.ids.find((each) => !/^\S+$/.test(each));
  if (id !== undefined) throw usageError(scope, `internalKeys.ids must be ids of API keys, not empty and without blanks, got '${id}'.`);
  if (Object.keys(rule.tags).some((tag) => tag.trim() === '')) {
    throw usageError(scope, 'internalKeys.tags must map keys of tags to their values, got an empty key.');
  }
  const characters = JSON.stringify(rule).length;
  if (characters > MOST_CHARACTERS) {
    throw usageError(scope, `internalKeys must have at most ${MOST_CHARACTERS} characters as JSON, because a function's environment is small, got ${characters}. `
      + 'Give the keys a common tag, and list that tag.');
  }
  return rule;
}
