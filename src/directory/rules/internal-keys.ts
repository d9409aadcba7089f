import { IConstruct } from 'constructs';
import { InternalKeyRule, NO_INTERNAL_KEYS } from './internal-key-rule';
import { listOf, mapOf, members, TEXT } from '../../synth/checks';
import { usageError } from '../../synth/usage-error';

/**
 * API keys of the owner's own, such as those of health checks and synthetic monitors. A key is internal if its id is
 * listed or if it has one of the tags.
 */
export interface InternalKeys {
  /**
   * Ids (not values) of API keys. The id of a key of another stack of this app is known only at deployment and would tie
   * the stacks to each other: tag such a key.
   *
   * @default - none by id
   * @throws if one is empty or has blanks
   * @see https://docs.aws.amazon.com/apigateway/latest/api/API_ApiKey.html
   */
  readonly ids?: string[];

  /**
   * Tags of API keys, from a tag's key to its value: a key that has any of them is internal. The value must be the same,
   * with upper and lower case.
   *
   * @default - none by tag
   * @throws if the key of one is empty
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-tagging.html
   */
  readonly tags?: { [tag: string]: string };
}

export const INTERNAL_KEYS = members<InternalKeys>('an object with ids or tags, such as { ids: [\'a1b2c3d4e5\'] }', {
  ids: listOf('a list of ids of API keys, such as [\'a1b2c3d4e5\']', TEXT),
  tags: mapOf('an object from tags to values, such as { team: \'platform\' }', TEXT),
});

/** A function's whole environment is at most 4 KB, and holds other things too. */
const MOST_CHARACTERS = 2048;

/** Validates which keys are internal. */
export function internalKeyRule(scope: IConstruct, keys?: InternalKeys): InternalKeyRule {
  if (!keys) return NO_INTERNAL_KEYS;
  const rule = { ids: keys.ids ?? [], tags: keys.tags ?? {} };
  if (rule.ids.length === 0 && Object.keys(rule.tags).length === 0) {
    throw usageError(scope, 'internalKeys must name at least one id or one tag. Leave internalKeys out where no key is internal.');
  }
  const id = rule.ids.find((each) => !/^\S+$/.test(each));
  if (id !== undefined) throw usageError(scope, `internalKeys.ids must be ids of API keys, which are not empty and have no blanks, got '${id}'.`);
  if (Object.keys(rule.tags).some((tag) => tag.trim() === '')) {
    throw usageError(scope, 'internalKeys.tags must be from the key of a tag to its value, got a key that is empty.');
  }
  const characters = JSON.stringify(rule).length;
  if (characters > MOST_CHARACTERS) {
    throw usageError(scope, `internalKeys must have at most ${MOST_CHARACTERS} characters as JSON, because a function's environment is small, got ${characters}. `
      + 'Give the keys a common tag and name that.');
  }
  return rule;
}
