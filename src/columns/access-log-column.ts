import type { Kind } from '../schema/kinds';

/** Options of a column of the owner's own. */
export interface AccessLogColumnOptions {
  /**
   * One sentence that says what the column holds; it becomes the column's comment in AWS Glue.
   *
   * @default - names the variable
   * @throws if it is longer than 255 characters
   */
  readonly comment?: string;
}

/** Options of a text column of the owner's own. */
export interface TextAccessLogColumnOptions extends AccessLogColumnOptions {
  /**
   * The longest value kept, in bytes of UTF-8, from 1 to 4096; longer ones are cut between two characters.
   *
   * @default 1024
   * @throws if it is outside that range
   */
  readonly maxBytes?: number;
}

/** A column as the owner asks for it, before it is checked. */
export interface RequestedColumn extends TextAccessLogColumnOptions {
  readonly name: string;
  readonly kind: Kind;
  readonly variable: string;
}

/**
 * A column of the owner's own: a variable of the access log, such as a value of a Lambda authorizer, that is logged,
 * typed and catalogued as ours are.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-variables-for-access-logging.html
 */
export class AccessLogColumn {
  /**
   * Text.
   *
   * @param name the column's name, in snake_case
   * @param variable the variable, such as `$context.authorizer.tenantId`
   */
  public static text(name: string, variable: string, options: TextAccessLogColumnOptions = {}): AccessLogColumn {
    return new AccessLogColumn({ ...options, name, variable, kind: 'text' });
  }

  /**
   * A whole number; null where the value is none.
   *
   * @param name the column's name, in snake_case
   * @param variable the variable, such as `$context.authorizer.itemCount`
   */
  public static integer(name: string, variable: string, options: AccessLogColumnOptions = {}): AccessLogColumn {
    return new AccessLogColumn({ ...options, name, variable, kind: 'integer' });
  }

  /**
   * A number with a fraction; null where the value is none.
   *
   * @param name the column's name, in snake_case
   * @param variable the variable, such as `$context.authorizer.score`
   */
  public static number(name: string, variable: string, options: AccessLogColumnOptions = {}): AccessLogColumn {
    return new AccessLogColumn({ ...options, name, variable, kind: 'number' });
  }

  /**
   * True or false; null where the value is neither word.
   *
   * @param name the column's name, in snake_case
   * @param variable the variable, such as `$context.authorizer.trial`
   */
  public static flag(name: string, variable: string, options: AccessLogColumnOptions = {}): AccessLogColumn {
    return new AccessLogColumn({ ...options, name, variable, kind: 'flag' });
  }

  /**
   * An instant: epoch seconds or milliseconds, or ISO 8601 with a zone; null where the value is none.
   *
   * @param name the column's name, in snake_case
   * @param variable the variable, such as `$context.authorizer.claims.iat`
   */
  public static timestamp(name: string, variable: string, options: AccessLogColumnOptions = {}): AccessLogColumn {
    return new AccessLogColumn({ ...options, name, variable, kind: 'timestamp' });
  }

  /** @internal */
  public readonly _requested: RequestedColumn;

  private constructor(requested: RequestedColumn) {
    this._requested = requested;
  }
}
