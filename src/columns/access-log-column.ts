import type { Kind } from '../schema/kinds';
import { Checks, NUMBER, TEXT } from '../synth/checks';

/**
 * Options of an extra column.
 *
 * @example
 * AccessLogColumn.integer('items', '$context.authorizer.items', { comment: 'Items in the order.' });
 */
export interface AccessLogColumnOptions {
  /**
   * One sentence that describes the column. It becomes the comment of the column in AWS Glue.
   *
   * @default - a sentence that names the variable
   * @throws if it is longer than 255 characters
   */
  readonly comment?: string;
}

/**
 * Options of an extra text column.
 *
 * @example
 * AccessLogColumn.text('tenant', '$context.authorizer.tenant', { maxBytes: 64 });
 */
export interface TextAccessLogColumnOptions extends AccessLogColumnOptions {
  /**
   * The longest stored value, in bytes of UTF-8, from 1 to 4096. Longer values are cut between two characters.
   *
   * @default 1024
   * @throws if it is outside that range
   */
  readonly maxBytes?: number;
}

export const ACCESS_LOG_COLUMN_OPTIONS: Checks<AccessLogColumnOptions> = { comment: TEXT };

export const TEXT_ACCESS_LOG_COLUMN_OPTIONS: Checks<TextAccessLogColumnOptions> = { ...ACCESS_LOG_COLUMN_OPTIONS, maxBytes: NUMBER };

/** A column as the user declares it, before validation. */
export interface RequestedColumn {
  readonly name: string;
  readonly kind: Kind;
  readonly variable: string;
  readonly options: TextAccessLogColumnOptions;
}

/**
 * An additional column of the table of requests. It stores an access log variable, such as a value from a Lambda
 * authorizer, with a type.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-variables-for-access-logging.html
 * @example
 * new ApiUsageAnalytics(stack, 'Usage', {
 *   stages: [api.deploymentStage],
 *   extraColumns: [AccessLogColumn.text('tenant', '$context.authorizer.tenant')],
 * });
 */
export class AccessLogColumn {
  /**
   * A text column.
   *
   * @param name the name of the column, in snake_case
   * @param variable the variable, such as `$context.authorizer.tenantId`
   */
  public static text(name: string, variable: string, options: TextAccessLogColumnOptions = {}): AccessLogColumn {
    return new AccessLogColumn({ name, variable, kind: 'text', options });
  }

  /**
   * A column of whole numbers. A value that is not a whole number becomes null.
   *
   * @param name the name of the column, in snake_case
   * @param variable the variable, such as `$context.authorizer.itemCount`
   */
  public static integer(name: string, variable: string, options: AccessLogColumnOptions = {}): AccessLogColumn {
    return new AccessLogColumn({ name, variable, kind: 'integer', options });
  }

  /**
   * A column of floating-point numbers. A value that is not a number becomes null.
   *
   * @param name the name of the column, in snake_case
   * @param variable the variable, such as `$context.authorizer.score`
   */
  public static number(name: string, variable: string, options: AccessLogColumnOptions = {}): AccessLogColumn {
    return new AccessLogColumn({ name, variable, kind: 'number', options });
  }

  /**
   * A column of booleans: `true` or `false` in any case. Any other value becomes null.
   *
   * @param name the name of the column, in snake_case
   * @param variable the variable, such as `$context.authorizer.trial`
   */
  public static flag(name: string, variable: string, options: AccessLogColumnOptions = {}): AccessLogColumn {
    return new AccessLogColumn({ name, variable, kind: 'flag', options });
  }

  /**
   * A column of timestamps, from epoch seconds, epoch milliseconds or ISO 8601 with a time zone. Any other value becomes null.
   *
   * @param name the name of the column, in snake_case
   * @param variable the variable, such as `$context.authorizer.claims.iat`
   */
  public static timestamp(name: string, variable: string, options: AccessLogColumnOptions = {}): AccessLogColumn {
    return new AccessLogColumn({ name, variable, kind: 'timestamp', options });
  }

  /** @internal */
  public readonly _requested: RequestedColumn;

  private constructor(requested: RequestedColumn) {
    this._requested = requested;
  }
}
