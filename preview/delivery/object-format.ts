import { readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import { gzipSync } from 'zlib';
import { Column } from '../catalog/glue-table';
import { duckdbType } from '../catalog/glue-types';
import { Database, quoteText } from '../query/database';

/** Makes the bytes of an object from the data of its records. */
export type ObjectFormat = (data: Buffer) => Promise<Buffer>;

export const plain: ObjectFormat = async (data) => data;

export const gzip: ObjectFormat = async (data) => gzipSync(data);

/** Parquet by the columns of a Glue table. */
export function parquet(database: Database, columns: readonly Column[]): ObjectFormat {
  const types = columns.map(({ name, type }) => `${quoteText(name)}: ${quoteText(duckdbType(type))}`).join(', ');
  const [json, output] = [join(database.scratch, 'rows.json'), join(database.scratch, 'rows.parquet')];
  return async (data) => {
    writeFileSync(json, data);
    await database.execute(`COPY (SELECT * FROM read_json(${quoteText(json)}, columns = {${types}}, format = 'newline_delimited'))
      TO ${quoteText(output)} (FORMAT parquet, COMPRESSION snappy)`);
    return readFileSync(output);
  };
}
