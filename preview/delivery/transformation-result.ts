import { Failure } from './failure';
import { StreamRecord } from './record';

export interface Transformed {
  readonly delivered: StreamRecord[];
  readonly dropped: StreamRecord[];
  readonly failed: Failure[];
}

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/** Sorts the records of a batch by the handler's response. A record whose result breaks the rules of Firehose has failed. */
export function applyResults(batch: readonly StreamRecord[], results: readonly unknown[], attempts: number): Transformed {
  const byId = new Map<unknown, any[]>();
  for (const result of results as any[]) byId.set(result?.recordId, [...byId.get(result?.recordId) ?? [], result]);
  const transformed: Transformed = { delivered: [], dropped: [], failed: [] };
  for (const record of batch) {
    const fail = (code: string, message: string) => transformed.failed.push({ record, code, message, attempts });
    const [result, duplicate] = byId.get(record.id) ?? [];
    if (!result) {
      fail('Lambda.MissingRecordId', 'One or more record Ids were not returned. Ensure that the Lambda function returns all received record Ids.');
    } else if (duplicate) {
      fail('Lambda.DuplicatedRecordId', 'Multiple records were returned with the same record Id. Ensure that the Lambda function returns unique record Ids for each record.');
    } else if (result.result === 'ProcessingFailed') {
      fail('Lambda.ProcessingFailedStatus', 'ProcessingFailed status set for record');
    } else if (result.result === 'Dropped') {
      transformed.dropped.push(record);
    } else if (result.result === 'Ok' && typeof result.data === 'string' && isBase64(result.data)) {
      transformed.delivered.push({ ...record, data: Buffer.from(result.data, 'base64') });
    } else {
      fail('Lambda.FunctionError', 'The Lambda function returned a record whose result is not Ok, Dropped or ProcessingFailed, or whose data is not base64.');
    }
  }
  return transformed;
}

function isBase64(text: string): boolean {
  return text.length % 4 === 0 && BASE64.test(text);
}
