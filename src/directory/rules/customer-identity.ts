import { IConstruct } from 'constructs';
import { CustomerRule } from './customer-rule';
import { parseKeyNamePattern } from './key-name-pattern';
import { TEXT } from '../../synth/checks';
import { requireType } from '../../synth/guard';
import { requireLiteral, usageError } from '../../synth/usage-error';

/** The longest key of a tag, in characters. */
const LONGEST_TAG = 128;

/** Room in the function's environment; a text before the customer is seldom longer than a word. */
const LONGEST_PATTERN = 256;

/**
 * What tells which customer an API key belongs to: it is `customer_id` and `customer_name` of the key's requests. Several
 * keys may have one customer. A key that the rule says nothing of has its own name for a customer. The key's name stays in
 * `api_key_name`, whatever is chosen here.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-setup-api-keys.html
 */
export class CustomerIdentity {
  /** The name of the key: keys with the same name have the same customer. */
  public static fromKeyName(): CustomerIdentity {
    return new CustomerIdentity({ from: 'keyName' });
  }

  /**
   * The value of a tag of the key. Where a key has no such tag, or an empty one, the key's name.
   *
   * @param tag the tag's key, 1 to 128 characters; upper and lower case differ
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-tagging.html
   */
  public static fromKeyTag(tag: string): CustomerIdentity {
    return new CustomerIdentity({ from: 'keyTag', tag });
  }

  /**
   * The AWS Marketplace customer id of the key (its `customerId`). Where a key has none, the key's name.
   *
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/sell-api-as-saas-on-aws-marketplace.html
   */
  public static fromMarketplaceId(): CustomerIdentity {
    return new CustomerIdentity({ from: 'marketplaceId' });
  }

  /**
   * The part of the key's name before a separator: with `{customer}-*`, the key `acme-backup-2` is of the customer `acme`.
   * Where a key's name does not follow the pattern, the whole name.
   *
   * @param pattern `{customer}`, a separator of at least one character and `*`, such as `{customer}-*` or `{customer} (*`;
   * a text that the names begin with may stand before it, such as `prod/{customer}/*`. `{customer}` ends at the first
   * separator; `*` is whatever follows. At most 256 characters
   */
  public static fromKeyNamePattern(pattern: string): CustomerIdentity {
    return new CustomerIdentity({ from: 'keyNamePattern', pattern });
  }

  private constructor(private readonly rule: CustomerRule) {}

  /** @internal */
  public _bind(scope: IConstruct): CustomerRule {
    const { rule } = this;
    if (rule.from === 'keyTag') checkTag(scope, rule.tag);
    if (rule.from === 'keyNamePattern') checkPattern(scope, rule.pattern);
    return rule;
  }
}

function checkTag(scope: IConstruct, tag: string): void {
  requireType(scope, 'The tag of CustomerIdentity.fromKeyTag', TEXT, tag);
  requireLiteral(scope, 'The tag of CustomerIdentity.fromKeyTag', tag);
  if (tag.trim() === '' || tag.length > LONGEST_TAG) {
    throw usageError(scope, `The tag of CustomerIdentity.fromKeyTag must be the key of a tag, 1 to ${LONGEST_TAG} characters, got '${tag}'.`);
  }
}

function checkPattern(scope: IConstruct, pattern: string): void {
  requireType(scope, 'The pattern of CustomerIdentity.fromKeyNamePattern', TEXT, pattern);
  requireLiteral(scope, 'The pattern of CustomerIdentity.fromKeyNamePattern', pattern);
  if (!parseKeyNamePattern(pattern) || pattern.length > LONGEST_PATTERN) {
    throw usageError(scope, 'The pattern of CustomerIdentity.fromKeyNamePattern must be {customer}, a separator and *, such as \'{customer}-*\', '
      + `or a text and these, such as 'prod/{customer}/*', in at most ${LONGEST_PATTERN} characters, got '${pattern}'. `
      + 'Where names tell no customer, use CustomerIdentity.fromKeyTag.');
  }
}
