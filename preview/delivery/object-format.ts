import { gzipSync } from 'zlib';
import { rowsOf } from './openx-json';
import { ParquetFile, Row } from './parquet/parquet-file';
import { Column } from '../catalog/glue-table';

/** Turns records into an object. */
export interface ObjectFormat<Part> {
  /**
   * The part of the object that a record becomes.
   * @throws ConversionError if the record cannot be converted
   */
  readonly part: (data: Buffer) => Part;
  readonly object: (parts: readonly Part[]) => Buffer;
}

export const plain: ObjectFormat<Buffer> = { part: (data) => data, object: (parts) => Buffer.concat(parts) };

export const gzip: ObjectFormat<Buffer> = { part: plain.part, object: (parts) => gzipSync(plain.object(parts)) };

/** Parquet with the columns of a Glue table. */
export function parquet(columns: readonly Column[]): ObjectFormat<readonly Row[]> {
  return { part: (data) => rowsOf(data, columns), object: (parts) => new ParquetFile(columns, parts.flat()).bytes() };
}
