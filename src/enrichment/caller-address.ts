import type { CallerAddressMode } from './kept-address';

/**
 * How much of a caller's IP address is stored. It applies to the column `source_ip`, to other columns with the same variable,
 * and to copies of the address in text columns that callers can influence. Records that could not become rows are stored
 * unchanged under `errors/`, with the whole address.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-variables-for-access-logging.html
 * @example
 * new ApiUsageAnalytics(stack, 'Usage', {
 *   stages: [api.deploymentStage],
 *   callerAddress: CallerAddress.hashed(),
 * });
 */
export class CallerAddress {
  /** Stores the network: the first 24 bits of an IPv4 address or the first 48 bits of an IPv6 address. The other bits are zero. */
  public static truncated(): CallerAddress {
    return new CallerAddress('truncated');
  }

  /** Stores the whole address. It is personal data in many jurisdictions. */
  public static full(): CallerAddress {
    return new CallerAddress('full');
  }

  /**
   * Stores a keyed hash of the address (HMAC-SHA-256, 128 bits, as 32 hexadecimal digits). In one deployment, the same address
   * always has the same hash. Without the key, a hash cannot be traced back to an address. The construct creates the key as a
   * secret in AWS Secrets Manager. After a change of its value, old and new hashes cannot be compared. While the secret cannot
   * be read, the column is null.
   *
   * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/intro.html
   */
  public static hashed(): CallerAddress {
    return new CallerAddress('hashed');
  }

  /** Stores no address: the column is always null, and copies in other columns become `-`. */
  public static dropped(): CallerAddress {
    return new CallerAddress('dropped');
  }

  /** @internal */
  public readonly _requested: CallerAddressMode;

  private constructor(requested: CallerAddressMode) {
    this._requested = requested;
  }
}
