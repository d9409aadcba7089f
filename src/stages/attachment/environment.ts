import { environmentContract, field } from '../../functions/environment-contract';

/** The configuration of the function that attaches stages. */
export interface AttachmentEnvironment {
  /** Name of the delivery stream, which is the dimension of the metrics. */
  readonly deliveryStreamName: string;
  /** Path of the parameters with the previous access logs, with a slash at the end. */
  readonly parameterPath: string;
}

export const ATTACHMENT_ENVIRONMENT = environmentContract<AttachmentEnvironment>({
  deliveryStreamName: field.text('DELIVERY_STREAM_NAME'),
  parameterPath: field.text('PARAMETER_PATH'),
});
