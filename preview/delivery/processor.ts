import { ProcessorSettings } from './processor-settings';
import { StreamRecord } from './record';
import { applyResults, Transformed } from './transformation-result';
import { InvocationError, LambdaFunction } from '../lambda/lambda-function';
import { REGION } from '../template/pseudo-parameters';

/** The service's codes for an invocation that failed. */
const ERROR_CODES: Readonly<Record<string, string>> = {
  'Sandbox.Timedout': 'Lambda.FunctionTimedOut',
  'Answer.Malformed': 'Lambda.JsonProcessingException',
};

/** Sends batches through the Lambda function of a stream. */
export class Processor {
  /** Batches that were given up, in words. */
  public readonly problems: string[] = [];

  constructor(private readonly lambda: LambdaFunction, private readonly settings: ProcessorSettings, private readonly streamArn: string) {}

  /** The batch, transformed; all of it failed if the function gave no answer to any attempt. */
  public async process(batch: readonly StreamRecord[]): Promise<Transformed> {
    const attempts = this.settings.retries + 1;
    for (let attempt = 1; ; attempt++) {
      try {
        return applyResults(batch, await this.invoke(batch, attempt), attempt);
      } catch (error) {
        if (!(error instanceof InvocationError)) throw error;
        if (attempt < attempts) continue;
        this.problems.push(`function ${this.lambda.settings.name} failed ${attempts} times on the records of lines `
          + `${batch[0].line} to ${batch[batch.length - 1].line}: ${error.type}: ${error.message}`);
        const code = ERROR_CODES[error.type] ?? 'Lambda.FunctionError';
        return { delivered: [], dropped: [], failed: batch.map((record) => ({ record, code, message: error.message, attempts })) };
      }
    }
  }

  private async invoke(batch: readonly StreamRecord[], attempt: number): Promise<readonly unknown[]> {
    const answer = await this.lambda.invoke({
      invocationId: `${batch[0].id}-${attempt}`,
      deliveryStreamArn: this.streamArn,
      region: REGION,
      records: batch.map(({ id, arrival, data }) => ({ recordId: id, approximateArrivalTimestamp: arrival, data: data.toString('base64') })),
    });
    const records = (answer as { readonly records?: unknown } | null)?.records;
    if (!Array.isArray(records)) throw new InvocationError('Answer.Malformed', 'the answer of the function has no list of records');
    return records;
  }
}
