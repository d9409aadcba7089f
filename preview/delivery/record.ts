/** A record of a delivery stream. */
export interface StreamRecord {
  readonly id: string;
  /** The line number of its request. */
  readonly line: number;
  /** Milliseconds since 1970. */
  readonly arrival: number;
  readonly data: Buffer;
}
