import type { CallerAddressMode } from './kept-address';

/**
 * How much of a caller's IP address is kept. It is applied before a row is stored, to the address and to copies of it
 * that other columns hold. Records that could not be made a row are raw and hold the address whole.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-variables-for-access-logging.html
 */
export class CallerAddress {
  /** The network only: the first 24 bits of an IPv4 address, the first 48 of an IPv6 address. The rest is zero. */
  public static truncated(): CallerAddress {
    return new CallerAddress('truncated');
  }

  /** The whole address. It is personal data in many jurisdictions. */
  public static full(): CallerAddress {
    return new CallerAddress('full');
  }

  /**
   * A keyed hash (HMAC-SHA-256, 128 bits): the same address has the same hash in one deployment, and nobody without the
   * key finds the address. The key is a secret that the construct makes in AWS Secrets Manager; giving the secret a new
   * value forgets who was who. While the secret cannot be read, the column is null.
   *
   * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/intro.html
   */
  public static hashed(): CallerAddress {
    return new CallerAddress('hashed');
  }

  /** No address: the column is always null. */
  public static dropped(): CallerAddress {
    return new CallerAddress('dropped');
  }

  /** @internal */
  public readonly _mode: CallerAddressMode;

  private constructor(mode: CallerAddressMode) {
    this._mode = mode;
  }
}
