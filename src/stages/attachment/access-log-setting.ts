/** Where a stage logs to, and how. */
export interface AccessLogSetting {
  readonly destinationArn: string;
  /** Absent where API Gateway names none. */
  readonly format?: string;
}

/**
 * Whether two settings are the same. The newline that may end a format does not count, because nothing says that API
 * Gateway gives it back.
 */
export function sameSetting(one: AccessLogSetting, other: AccessLogSetting): boolean {
  return one.destinationArn === other.destinationArn && one.format?.trimEnd() === other.format?.trimEnd();
}
