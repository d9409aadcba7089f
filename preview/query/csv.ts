import { DuckDBDateValue, DuckDBResult, DuckDBTimestampMillisecondsValue, DuckDBTimestampTZValue, DuckDBTimestampValue, DuckDBValue } from '@duckdb/node-api';
import { stringify } from 'csv-stringify/sync';

/** The result of a query as CSV (RFC 4180), in pieces. A null is empty, and an empty text is "". */
export async function* csv(result: DuckDBResult): AsyncGenerator<string> {
  yield line([result.deduplicatedColumnNames()]);
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    yield line(chunk.getRows().map((row) => row.map(text)));
  }
}

function line(rows: readonly (readonly (string | null)[])[]): string {
  return stringify(rows as string[][], {
    record_delimiter: 'windows',
    // Readers treat any line break as the end of a record, not only the record delimiter.
    quoted_match: /[\r\n]/,
    cast: { string: (value) => ({ value, quoted_empty: true }) },
  });
}

function text(value: DuckDBValue): string | null {
  if (value === null) return null;
  if (value instanceof DuckDBTimestampValue || value instanceof DuckDBTimestampTZValue) return timestamp(value.micros);
  if (value instanceof DuckDBTimestampMillisecondsValue) return timestamp(value.millis * 1000n);
  return value instanceof DuckDBDateValue ? value.toString() : String(value);
}

function timestamp(micros: bigint): string {
  return new Date(Number(micros / 1000n)).toISOString().replace('T', ' ').replace('Z', '');
}
