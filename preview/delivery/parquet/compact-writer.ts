import { ByteWriter } from './byte-writer';

const I32 = 5;
const I64 = 6;
const BINARY = 8;
const LIST = 9;
const STRUCT = 12;

/**
 * Writes Thrift's compact protocol: a struct is opened, its fields follow in the order of their numbers, and it is closed. No
 * number in it may be negative.
 */
export class CompactWriter {
  /** The last field of each open struct. */
  private readonly fields: number[] = [];

  constructor(private readonly out: ByteWriter) {}

  /** Opens a struct. With a number, the struct is a field; without, it is the whole value or an item of a list. */
  public open(field?: number): this {
    if (field !== undefined) this.field(field, STRUCT);
    this.fields.push(0);
    return this;
  }

  public close(): this {
    this.fields.pop();
    this.out.byte(0);
    return this;
  }

  /** An enumeration is a number too. */
  public i32(field: number, value: number): this {
    this.field(field, I32);
    this.out.varint(value * 2);
    return this;
  }

  public i64(field: number, value: number): this {
    this.field(field, I64);
    this.out.varint(value * 2);
    return this;
  }

  public text(field: number, value: string): this {
    this.field(field, BINARY);
    this.sizedText(value);
    return this;
  }

  /** Begins a list of structs, which follow. */
  public structs(field: number, count: number): this {
    return this.list(field, STRUCT, count);
  }

  public i32s(field: number, values: readonly number[]): this {
    this.list(field, I32, values.length);
    for (const value of values) this.out.varint(value * 2);
    return this;
  }

  public texts(field: number, values: readonly string[]): this {
    this.list(field, BINARY, values.length);
    for (const value of values) this.sizedText(value);
    return this;
  }

  private list(field: number, type: number, count: number): this {
    this.field(field, LIST);
    this.out.byte(Math.min(count, 15) * 16 + type);
    if (count >= 15) this.out.varint(count);
    return this;
  }

  private field(field: number, type: number): void {
    const last = this.fields.length - 1;
    this.out.byte((field - this.fields[last]) * 16 + type);
    this.fields[last] = field;
  }

  private sizedText(value: string): void {
    this.out.varint(Buffer.byteLength(value)).text(value);
  }
}
