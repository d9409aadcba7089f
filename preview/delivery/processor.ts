import { ProcessorSettings } from './processor-settings';
import { StreamRecord } from './record';
import { applyResults, Transformed } from './transformation-result';
import { InvocationError } from '../lambda/invocation-error';
import { LambdaFunction } from '../lambda/lambda-function';
import { REGION } from '../template/pseudo-parameters';

/** The error codes of Firehose for failed invocations. */
const ERROR_CODES: Readonly<Record<string, string>> = {
  'Sandbox.Timedout': 'Lambda.FunctionTimedOut',
  'Answer.Malformed': 'Lambda.JsonProcessingException',
};

/** Sends batches through the Lambda function of a stream. */
export class Processor {
  /** Batches whose last attempt failed, as sentences. */
  public readonly problems: string[] = [];

  constructor(private readonly lambda: LambdaFunction, private readonly settings: ProcessorSettings, private readonly streamArn: string) {}

  /** Transforms batches one after the other. If no attempt gets a response, all records of the batch have failed. */
  public async *process(batches: readonly (readonly StreamRecord[])[]): AsyncGenerator<Transformed> {
    const attempts = this.settings.retries + 1;
    let attempt = 1;
    for (let next = 0; next < batches.length;) {
      try {
        for await (const answer of this.lambda.invokeEach(batches.slice(next).map((batch, index) => this.event(batch, index === 0 ? attempt : 1)), 'records')) {
          yield applyResults(batches[next], (answer as { readonly records: readonly unknown[] }).records, attempt);
          next += 1;
          attempt = 1;
        }
      } catch (error) {
        if (!(error instanceof InvocationError)) throw error;
        if (attempt < attempts) {
          attempt += 1;
          continue;
        }
        yield this.givenUp(batches[next], error, attempts);
        next += 1;
        attempt = 1;
      }
    }
  }

  private givenUp(batch: readonly StreamRecord[], { type, message }: InvocationError, attempts: number): Transformed {
    this.problems.push(`function ${this.lambda.settings.name} failed ${attempts} times on the records of lines `
      + `${batch[0].line} to ${batch[batch.length - 1].line}: ${type}: ${message}`);
    const code = ERROR_CODES[type] ?? 'Lambda.FunctionError';
    return { delivered: [], dropped: [], failed: batch.map((record) => ({ record, code, message, attempts })) };
  }

  private event(batch: readonly StreamRecord[], attempt: number): object {
    return {
      invocationId: `${batch[0].id}-${attempt}`,
      deliveryStreamArn: this.streamArn,
      region: REGION,
      records: batch.map(({ id, arrival, data }) => ({ recordId: id, approximateArrivalTimestamp: arrival, data: data.toString('base64') })),
    };
  }
}
