import { readFileSync, statSync } from 'fs';
import { join } from 'path';
import { ASSETS, functionEntries } from '../../projenrc/bundling/bundle-functions';
import { ApiUsageAnalytics } from '../../src';
import { DIRECTORY_ENVIRONMENT } from '../../src/directory/refresh/environment';
import { PipelineFunction } from '../../src/functions/pipeline-function';
import { runDirectory } from '../directory/refresh/bundle';
import { FakeAws } from '../directory/refresh/fake-aws';
import { ENVIRONMENT, sampleControlPlane } from '../directory/refresh/samples';
import { importedStage, newStack } from '../support/app';

/** With all credential providers, or with the schemas of all operations, a bundle is larger. */
const MAX_BYTES = 330_000;

const bundleOf = (entry: string) => join(ASSETS, entry, 'index.js');

test('the pipeline has a function for each entry', () => {
  const stack = newStack();
  new ApiUsageAnalytics(stack, 'Usage', { stages: [importedStage(stack)] });
  const functions = stack.node.findAll().filter((construct) => construct instanceof PipelineFunction);
  expect(functions.map(({ entry }) => `${entry}.lambda`).sort()).toEqual(functionEntries());
});

test.each(functionEntries())('the bundle of %s has only the part of the SDK that it uses', (entry) => {
  expect(statSync(bundleOf(entry)).size).toBeLessThan(MAX_BYTES);
  expect(readFileSync(bundleOf(entry), 'utf8')).not.toMatch(/AssumeRole|AbortMultipartUpload/);
});

test('a bundle calls the endpoint that is set for a service before the one that is set for all', async () => {
  const aws = await FakeAws.start(sampleControlPlane());
  const { AWS_ENDPOINT_URL: here } = aws.environment;
  const endpoints = { AWS_ENDPOINT_URL: 'http://127.0.0.1:9', AWS_ENDPOINT_URL_S3: here, AWS_ENDPOINT_URL_API_GATEWAY: here };
  const run = await runDirectory({ ...DIRECTORY_ENVIRONMENT.toEnvironment(ENVIRONMENT), ...aws.environment, ...endpoints });
  await aws.stop();
  expect(run).toMatchObject({ failed: false });
});
