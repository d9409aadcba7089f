import { StreamRecord } from './record';

export interface Failure {
  readonly record: StreamRecord;
  readonly code: string;
  readonly message: string;
  readonly attempts: number;
}

/** The lines that Firehose writes below the error prefix, by kind of failure. */
export const FAILURE_LINES = {
  'processing-failed': ({ record, code, message, attempts }: Failure, ended: number, lambdaArn: string) => ({
    attemptsMade: attempts,
    arrivalTimestamp: record.arrival,
    errorCode: code,
    errorMessage: message,
    attemptEndingTimestamp: ended,
    rawData: record.data.toString('base64'),
    lambdaArn,
  }),
  'format-conversion-failed': ({ record, code, message, attempts }: Failure, ended: number, _lambdaArn: string, table?: object) => ({
    attemptsMade: attempts,
    arrivalTimestamp: record.arrival,
    lastErrorCode: code,
    lastErrorMessage: message,
    attemptEndingTimestamp: ended,
    rawData: record.data.toString('base64'),
    sequenceNumber: record.id,
    subSequenceNumber: 0,
    dataCatalogTable: table,
  }),
};

export type FailureKind = keyof typeof FAILURE_LINES;
