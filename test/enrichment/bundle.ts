import { Handler } from './container';

/** Sends lines as Firehose does, and gives back what each became: its row, or undefined where it failed. */
export async function rowsOf(handler: Handler, lines: readonly Buffer[]): Promise<(Record<string, unknown> | undefined)[]> {
  const records = lines.map((line, index) => ({ recordId: `record-${index}`, data: line.toString('base64') }));
  const response = await handler({ records });
  expect(response.records.map(({ recordId }) => recordId)).toEqual(records.map(({ recordId }) => recordId));
  return response.records.map((answer, index) => {
    if (answer.result !== 'Ok') {
      expect(answer).toEqual({ ...records[index], result: 'ProcessingFailed' });
      return undefined;
    }
    const text = Buffer.from(answer.data, 'base64').toString();
    expect(text.indexOf('\n')).toBe(text.length - 1);
    return JSON.parse(text) as Record<string, unknown>;
  });
}
