import { readFileSync } from 'fs';
import * as path from 'path';
import { FakeS3 } from './fake-s3';
import { ENRICHMENT_ENVIRONMENT, EnrichmentConfiguration } from '../../src/enrichment/environment';
import { TransformationEvent, TransformationResponse } from '../../src/enrichment/transformation';
import { SAME_COLUMNS } from '../../src/schema/log-schema';

export type Handler = (event: TransformationEvent) => Promise<TransformationResponse>;

const BUNDLE = path.join(__dirname, '..', '..', 'assets', 'enrichment', 'enrich.lambda', 'index.js');

export const CONFIGURATION: EnrichmentConfiguration = {
  bucketName: 'usage-bucket',
  snapshotKey: 'directory/snapshot.json',
  deliveryStreamName: 'amazon-apigateway-sample',
  callerAddress: 'truncated',
  addressKeyArn: '',
  columns: SAME_COLUMNS,
};

/** A new container: the built handler, loaded with the environment that the construct writes. */
export function container(s3: FakeS3, differing: Partial<EnrichmentConfiguration> = {}): Handler {
  return started(loadBundle, s3, differing);
}

/** The same with the sources that the handler is built from: their coverage is measured, a bundle's is not. */
export function sourceContainer(s3: FakeS3, differing: Partial<EnrichmentConfiguration> = {}, printed: string[] = []): Handler {
  return started(loadSource, s3, differing, printed);
}

/** One of each: the bundle's answer, which the sources give as well. */
export function bothContainers(s3: FakeS3, differing: Partial<EnrichmentConfiguration> = {}): Handler {
  const [bundle, sources] = [container(s3, differing), sourceContainer(s3, differing)];
  return async (event) => {
    const answer = await bundle(event);
    expect(await sources(event)).toEqual(answer);
    return answer;
  };
}

function started(load: () => Handler, s3: FakeS3, differing: Partial<EnrichmentConfiguration>, printed: string[] = []): Handler {
  const environment = {
    ...process.env,
    ...ENRICHMENT_ENVIRONMENT.toEnvironment({ ...CONFIGURATION, ...differing }),
    ...s3.environment,
  };
  const handler = within(environment, printed, load);
  // The SDK reads where S3 is when it is first called.
  return (event) => within(environment, printed, () => handler(event));
}

function loadSource(): Handler {
  let loaded: { handler: Handler } | undefined;
  jest.isolateModules(() => { loaded = jest.requireActual<{ handler: Handler }>('../../src/enrichment/enrich.lambda'); });
  return loaded!.handler;
}

/** Loads the bundle anew at each call, as each container does. */
function loadBundle(): Handler {
  const bundle = { exports: {} as { handler: Handler } };
  new Function('module', 'exports', 'require', readFileSync(BUNDLE, 'utf8'))(bundle, bundle.exports, require);
  return bundle.exports.handler;
}

/** Lets the action see this environment, and keeps what it prints from the terminal. */
function within<T>(environment: NodeJS.ProcessEnv, printed: string[], action: () => T): T {
  const [outside, write] = [process.env, process.stdout.write];
  process.env = environment;
  process.stdout.write = (text: Uint8Array | string) => printed.push(text.toString()) > 0;
  const restore = () => {
    process.env = outside;
    process.stdout.write = write;
  };
  const result = action();
  if (result instanceof Promise) void result.finally(restore).catch(() => undefined);
  else restore();
  return result;
}
