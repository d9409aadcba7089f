import { compress } from 'snappyjs';
import { ByteWriter } from './byte-writer';
import { CompactWriter } from './compact-writer';
import { PARQUET_TYPES, Value } from './types';
import { Column } from '../../catalog/glue-table';

/** The cells of a row, in the order of the columns. */
export type Row = readonly (Value | null)[];

const MAGIC = Buffer.from('PAR1');

/* Numbers of parquet.thrift. */
const OPTIONAL = 1;
const PLAIN = 0;
const RLE = 3;
const SNAPPY = 1;
const DATA_PAGE = 0;

/** Where a column's page lies in the file, and its sizes with its header. */
interface Chunk {
  readonly start: number;
  readonly size: number;
  readonly compressedSize: number;
}

/**
 * Writes Parquet as Firehose does: every column optional, timestamps as INT96, Snappy. Made for small files: one row group, one
 * page for each column, no dictionaries.
 * @see https://parquet.apache.org/docs/file-format/
 */
export class ParquetFile {
  private readonly out = new ByteWriter().raw(MAGIC);
  private readonly page = new ByteWriter();

  constructor(private readonly columns: readonly Column[], private readonly rows: readonly Row[]) {}

  public bytes(): Buffer {
    const { out, columns } = this;
    const chunks = columns.map((_, index) => this.writeChunk(index));
    const start = out.size;
    this.writeFooter(chunks);
    out.int32(out.size - start).raw(MAGIC);
    return out.bytes;
  }

  private writeChunk(column: number): Chunk {
    const { out, page, rows } = this;
    const start = out.size;
    const present = rows.map((row) => row[column] !== null);
    const values = rows.flatMap((row) => row[column] ?? []);
    // Which rows have a value: the length of what follows, a run of groups of eight bits, the bits.
    page.clear().int32(0);
    page.varint(Math.ceil(rows.length / 8) * 2 + 1).bits(present).setInt32(0, page.size - 4);
    PARQUET_TYPES[this.columns[column].type].write(page, values);
    const compressed = compress(page.bytes);
    new CompactWriter(out).open().i32(1, DATA_PAGE).i32(2, page.size).i32(3, compressed.length)
      .open(5).i32(1, rows.length).i32(2, PLAIN).i32(3, RLE).i32(4, RLE).close()
      .close();
    const header = out.size - start;
    out.raw(compressed);
    return { start, size: header + page.size, compressedSize: header + compressed.length };
  }

  private writeFooter(chunks: readonly Chunk[]): void {
    const { columns, rows } = this;
    const thrift = new CompactWriter(this.out).open().i32(1, 1);
    thrift.structs(2, columns.length + 1).open().text(4, 'schema').i32(5, columns.length).close();
    for (const { name, type } of columns) {
      const { physical, converted } = PARQUET_TYPES[type];
      thrift.open().i32(1, physical).i32(3, OPTIONAL).text(4, name);
      if (converted !== undefined) thrift.i32(6, converted);
      thrift.close();
    }
    thrift.i64(3, rows.length);
    thrift.structs(4, 1).open().structs(1, columns.length);
    for (const [index, { start, size, compressedSize }] of chunks.entries()) {
      const { name, type } = columns[index];
      thrift.open().i64(2, start)
        .open(3).i32(1, PARQUET_TYPES[type].physical).i32s(2, [PLAIN, RLE]).texts(3, [name]).i32(4, SNAPPY)
        .i64(5, rows.length).i64(6, size).i64(7, compressedSize).i64(9, start).close()
        .close();
    }
    thrift.i64(2, chunks.reduce((sum, { size }) => sum + size, 0)).i64(3, rows.length).close();
    thrift.text(6, 'cdk-api-usage-analytics preview').close();
  }
}
