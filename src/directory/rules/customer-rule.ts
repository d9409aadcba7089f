import { customerInName, parseKeyNamePattern } from './key-name-pattern';

/** A customer identity in the environment of the function. */
export type CustomerRule =
  | { readonly from: 'keyName' }
  | { readonly from: 'keyTag'; readonly tag: string }
  | { readonly from: 'marketplaceId' }
  | { readonly from: 'keyNamePattern'; readonly pattern: string };

/** The parts of an API key that a rule may use. */
export interface CustomerClues {
  readonly name: string;
  readonly marketplaceCustomerId: string | null;
  readonly tags: Readonly<Record<string, string>>;
}

/** The customer of an API key: what the rule finds, or else the name of the key. */
export function customerOf(rule: CustomerRule, key: CustomerClues): string {
  const clue = clueOf(rule, key);
  return clue?.trim() ? clue : key.name;
}

function clueOf(rule: CustomerRule, { name, marketplaceCustomerId, tags }: CustomerClues): string | null | undefined {
  switch (rule.from) {
    case 'keyName': return name;
    case 'keyTag': return Object.hasOwn(tags, rule.tag) ? tags[rule.tag] : undefined;
    case 'marketplaceId': return marketplaceCustomerId;
    case 'keyNamePattern': {
      const pattern = parseKeyNamePattern(rule.pattern);
      return pattern && customerInName(pattern, name);
    }
  }
}
