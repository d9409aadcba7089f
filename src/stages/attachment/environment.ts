import { environmentContract, field } from '../../functions/environment-contract';

/** What the function that attaches stages is told at synth. */
export interface AttachmentEnvironment {
  /** Name of the delivery stream: it tells the metrics of two pipelines apart. */
  readonly deliveryStreamName: string;
  /** Path of the parameters that remember old settings, with its slash. */
  readonly parameterPath: string;
}

export const ATTACHMENT_ENVIRONMENT = environmentContract<AttachmentEnvironment>({
  deliveryStreamName: field.text('DELIVERY_STREAM_NAME'),
  parameterPath: field.text('PARAMETER_PATH'),
});
