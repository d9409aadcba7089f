/**
 * What Firehose hands to the function, and what it takes back.
 * @see https://docs.aws.amazon.com/firehose/latest/dev/data-transformation-status-model.html
 */
export interface TransformationEvent {
  readonly records: readonly DeliveryRecord[];
}

export interface DeliveryRecord {
  readonly recordId: string;
  /** Base64. */
  readonly data: string;
}

export interface TransformedRecord extends DeliveryRecord {
  readonly result: 'Ok' | 'ProcessingFailed';
}

export interface TransformationResponse {
  readonly records: readonly TransformedRecord[];
}

/**
 * The longest response Firehose takes, with room for what Lambda adds.
 * @see https://docs.aws.amazon.com/firehose/latest/dev/data-transformation.html
 */
export const MAX_RESPONSE_BYTES = 6_000_000;

/** The record as it came: Firehose writes it beneath the errors prefix. */
export function processingFailed({ recordId, data }: DeliveryRecord): TransformedRecord {
  return { recordId, result: 'ProcessingFailed', data };
}

const WRAPPING: Record<TransformedRecord['result'], number> = { Ok: wrapping('Ok'), ProcessingFailed: wrapping('ProcessingFailed') };

/** Bytes that a record takes in the response. Firehose's record ids and base64 are ASCII. */
export function responseBytesOf({ recordId, result, data }: TransformedRecord): number {
  return WRAPPING[result] + recordId.length + data.length;
}

/** What stands around a record's id and data, with the comma to the next. */
function wrapping(result: TransformedRecord['result']): number {
  return JSON.stringify({ recordId: '', result, data: '' }).length + 1;
}
