/** A record of a delivery stream. */
export interface StreamRecord {
  readonly id: string;
  /** The line of its request. */
  readonly line: number;
  /** Epoch milliseconds. */
  readonly arrival: number;
  readonly data: Buffer;
}
