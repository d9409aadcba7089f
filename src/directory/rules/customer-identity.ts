import { IConstruct } from 'constructs';
import { CustomerRule } from './customer-rule';
import { parseKeyNamePattern } from './key-name-pattern';
import { TEXT } from '../../synth/checks';
import { requireType } from '../../synth/guard';
import { requireLiteral, usageError } from '../../synth/usage-error';

/** The longest tag key that AWS accepts, in characters. */
const LONGEST_TAG = 128;

/** The environment of a function is small, and the text before the customer is seldom longer than a word. */
const LONGEST_PATTERN = 256;

/**
 * The rule that maps an API key to a customer. The customer is in the columns `customer_id` and `customer_name` of the
 * requests with that key. Several keys can belong to one customer. If the rule does not match, the key's name is the
 * customer. The column `api_key_name` always has the name of the key.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-setup-api-keys.html
 * @example
 * new ApiUsageAnalytics(stack, 'Usage', {
 *   stages: [api.deploymentStage],
 *   customer: CustomerIdentity.fromKeyTag('customer'),
 * });
 */
export class CustomerIdentity {
  /** The name of the key. Keys with the same name belong to the same customer. */
  public static fromKeyName(): CustomerIdentity {
    return new CustomerIdentity({ from: 'keyName' });
  }

  /**
   * The value of a tag of the key. If the key does not have the tag, or if its value is empty, the customer is the key's name.
   *
   * @param tag the key of the tag, 1 to 128 characters, case-sensitive
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-tagging.html
   */
  public static fromKeyTag(tag: string): CustomerIdentity {
    return new CustomerIdentity({ from: 'keyTag', tag });
  }

  /**
   * The AWS Marketplace customer id of the key (its `customerId`). If the key has none, the customer is the key's name.
   *
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/sell-api-as-saas-on-aws-marketplace.html
   */
  public static fromMarketplaceId(): CustomerIdentity {
    return new CustomerIdentity({ from: 'marketplaceId' });
  }

  /**
   * The part of the key's name before a separator. With `{customer}-*`, the key `acme-backup-2` belongs to the customer
   * `acme`. If the key's name does not match the pattern, the customer is the whole name.
   *
   * @param pattern `{customer}`, a separator of at least one character and `*`, such as `{customer}-*` or `{customer} (*`.
   * A prefix of the names may precede it, such as `prod/{customer}/*`. `{customer}` ends at the first separator, and `*`
   * matches the rest. The pattern has at most 256 characters.
   */
  public static fromKeyNamePattern(pattern: string): CustomerIdentity {
    return new CustomerIdentity({ from: 'keyNamePattern', pattern });
  }

  /** @internal */
  public readonly _requested: CustomerRule;

  private constructor(requested: CustomerRule) {
    this._requested = requested;
  }
}

/** Validates the customer identity. */
export function customerRule(scope: IConstruct, { _requested: rule }: CustomerIdentity): CustomerRule {
  if (rule.from === 'keyTag') checkTag(scope, rule.tag);
  if (rule.from === 'keyNamePattern') checkPattern(scope, rule.pattern);
  return rule;
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
      + `or these after a prefix, such as 'prod/{customer}/*', in at most ${LONGEST_PATTERN} characters, got '${pattern}'. `
      + 'If names do not contain the customer, use CustomerIdentity.fromKeyTag.');
  }
}
