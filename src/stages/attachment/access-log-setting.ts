/** The destination and format of a stage's access log. */
export interface AccessLogSetting {
  readonly destinationArn: string;
  /** Absent if API Gateway returns none. */
  readonly format?: string;
}

/**
 * Whether two settings are the same. A newline at the end of a format does not count, because API Gateway does not document
 * that it keeps it.
 */
export function sameSetting(one: AccessLogSetting, other: AccessLogSetting): boolean {
  return one.destinationArn === other.destinationArn && one.format?.trimEnd() === other.format?.trimEnd();
}
