import { InputError } from '../input-error';

export interface ProcessorSettings {
  readonly functionArn: string;
  readonly bufferBytes: number;
  readonly bufferSeconds: number;
  readonly retries: number;
}

/** The documented defaults and ranges. */
const PARAMETERS = {
  BufferSizeInMBs: { byDefault: 1, from: 0.2, to: 3 },
  BufferIntervalInSeconds: { byDefault: 60, from: 0, to: 900 },
  NumberOfRetries: { byDefault: 3, from: 0, to: 300 },
} as const;

/** The settings of the stream's Lambda processor; undefined if it has none. */
export function processorSettings(configuration: any, streamId: string): ProcessorSettings | undefined {
  const processor = configuration?.Enabled === false ? undefined : configuration?.Processors?.find((each: any) => each.Type === 'Lambda');
  if (!processor) return undefined;
  const parameters = new Map<string, unknown>(
    processor.Parameters.map(({ ParameterName, ParameterValue }: any) => [ParameterName, ParameterValue]),
  );
  const setting = (name: keyof typeof PARAMETERS): number => {
    const { byDefault, from, to } = PARAMETERS[name];
    const value = Number(parameters.get(name) ?? byDefault);
    if (!(value >= from && value <= to)) {
      throw new InputError(`AWS would refuse delivery stream ${streamId}: ${name} of its Lambda processor must be from ${from} to ${to}, but is ${parameters.get(name)}.`);
    }
    return value;
  };
  return {
    functionArn: String(parameters.get('LambdaArn')),
    bufferBytes: setting('BufferSizeInMBs') * 1024 * 1024,
    bufferSeconds: setting('BufferIntervalInSeconds'),
    retries: setting('NumberOfRetries'),
  };
}
