import { exampleApp } from '../lint/apps';

/** CloudFormation refuses a template of more than a megabyte, and an owner adds resources and questions to this one. */
const MAX_BYTES = 600_000;

test('the example with a dashboard and an analysis leaves room in a template', () => {
  const { template } = exampleApp('typescript/dashboard').synth().stacks[0];
  expect(Buffer.byteLength(JSON.stringify(template))).toBeLessThan(MAX_BYTES);
});
