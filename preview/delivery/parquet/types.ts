import { ByteWriter } from './byte-writer';

/** A value of a cell by the type of its column in Glue. */
export type Value = string | number | bigint | boolean | Instant;

/** As Hive's Parquet has it: days of the Julian calendar, and nanoseconds of that day. */
export interface Instant {
  readonly day: number;
  readonly nanoseconds: number;
}

/** How Parquet stores a type of Glue: numbers of parquet.thrift's Type and ConvertedType, and its plain encoding. */
export interface ParquetType {
  readonly physical: number;
  readonly converted?: number;
  write(out: ByteWriter, values: readonly Value[]): void;
}

const each = <V extends Value>(write: (out: ByteWriter, value: V) => void) => (out: ByteWriter, values: readonly Value[]) => {
  for (const value of values) write(out, value as V);
};

export const PARQUET_TYPES: Readonly<Record<string, ParquetType>> = {
  string: { physical: 6, converted: 0, write: each<string>((out, value) => out.sizedText(value)) },
  bigint: { physical: 2, write: each<number | bigint>((out, value) => out.int64(value)) },
  int: { physical: 1, write: each<number>((out, value) => out.int32(value)) },
  double: { physical: 5, write: each<number>((out, value) => out.double(value)) },
  boolean: { physical: 0, write: (out, values) => out.bits(values as boolean[]) },
  timestamp: { physical: 3, write: each<Instant>((out, { day, nanoseconds }) => out.int64(nanoseconds).int32(day)) },
  date: { physical: 1, converted: 6, write: each<number>((out, value) => out.int32(value)) },
};
