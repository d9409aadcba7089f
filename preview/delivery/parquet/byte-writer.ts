/** Bytes in the order they are written, little-endian. */
export class ByteWriter {
  private buffer = Buffer.allocUnsafe(4096);
  private length = 0;

  /** What was written; valid until the next write. */
  public get bytes(): Buffer {
    return this.buffer.subarray(0, this.length);
  }

  public get size(): number {
    return this.length;
  }

  public clear(): this {
    this.length = 0;
    return this;
  }

  public byte(value: number): this {
    this.reserve(1);
    this.buffer[this.length++] = value;
    return this;
  }

  public int32(value: number): this {
    this.reserve(4);
    this.length = this.buffer.writeInt32LE(value, this.length);
    return this;
  }

  /** Replaces four bytes that were written before. */
  public setInt32(position: number, value: number): this {
    this.buffer.writeInt32LE(value, position);
    return this;
  }

  /** A bigint where a number is not exact. */
  public int64(value: number | bigint): this {
    this.reserve(8);
    if (typeof value === 'bigint') {
      this.length = this.buffer.writeBigInt64LE(value, this.length);
    } else {
      const high = Math.floor(value / 2 ** 32);
      this.buffer.writeUInt32LE(value - high * 2 ** 32, this.length);
      this.length = this.buffer.writeInt32LE(high, this.length + 4);
    }
    return this;
  }

  public double(value: number): this {
    this.reserve(8);
    this.length = this.buffer.writeDoubleLE(value, this.length);
    return this;
  }

  /** An unsigned number of up to 53 bits, seven of them a byte. */
  public varint(value: number): this {
    let rest = value;
    for (; rest > 127; rest = Math.floor(rest / 128)) this.byte(rest % 128 + 128);
    return this.byte(rest);
  }

  public raw(bytes: Uint8Array): this {
    this.reserve(bytes.length);
    this.buffer.set(bytes, this.length);
    this.length += bytes.length;
    return this;
  }

  /** UTF-8. */
  public text(value: string): this {
    // UTF-8 has at most three bytes for each unit of UTF-16.
    this.reserve(value.length * 3);
    this.length += this.buffer.write(value, this.length);
    return this;
  }

  /** UTF-8 after its length in four bytes. */
  public sizedText(value: string): this {
    const start = this.int32(0).length;
    this.text(value);
    this.buffer.writeInt32LE(this.length - start, start - 4);
    return this;
  }

  /** Bits, eight of them a byte, the first one lowest. */
  public bits(values: readonly boolean[]): this {
    for (let start = 0; start < values.length; start += 8) {
      let byte = 0;
      for (let bit = 0; bit < 8 && start + bit < values.length; bit++) if (values[start + bit]) byte += 2 ** bit;
      this.byte(byte);
    }
    return this;
  }

  private reserve(bytes: number): void {
    if (this.length + bytes <= this.buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.buffer.length * 2, this.length + bytes));
    this.buffer.copy(larger, 0, 0, this.length);
    this.buffer = larger;
  }
}
