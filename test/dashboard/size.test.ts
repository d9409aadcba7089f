import { exampleApp } from '../lint/apps';

/** CloudFormation refuses a template of more than a megabyte. */
const BOUND = 680_000;

test('the example with a dashboard and an analysis leaves room in a template', () => {
  const { template } = exampleApp('typescript/dashboard').synth().stacks[0];
  expect(JSON.stringify(template).length).toBeLessThan(BOUND);
});
