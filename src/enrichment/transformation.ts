/**
 * The event that Firehose sends to the function. The other types are its records and the response.
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
 * The longest response that Firehose accepts, in bytes, with room for what Lambda adds.
 * @see https://docs.aws.amazon.com/firehose/latest/dev/data-transformation.html
 */
export const MAX_RESPONSE_BYTES = 6_000_000;

/** The unchanged record, which Firehose writes below the errors prefix. */
export function processingFailed({ recordId, data }: DeliveryRecord): TransformedRecord {
  return { recordId, result: 'ProcessingFailed', data };
}

const WRAPPING: Record<TransformedRecord['result'], number> = { Ok: wrapping('Ok'), ProcessingFailed: wrapping('ProcessingFailed') };

/** The size of a record in the response, in bytes. Record ids of Firehose and base64 are ASCII. */
export function responseBytesOf({ recordId, result, data }: TransformedRecord): number {
  return WRAPPING[result] + recordId.length + data.length;
}

/** The length of what surrounds the id and the data of a record, with the comma after it. */
function wrapping(result: TransformedRecord['result']): number {
  return JSON.stringify({ recordId: '', result, data: '' }).length + 1;
}
