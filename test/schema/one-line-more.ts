import { execFileSync } from 'child_process';
import { copyFileSync, mkdtempSync, readFileSync } from 'fs';
import { tmpdir } from 'os';
import { join, resolve } from 'path';
import * as esbuild from 'esbuild';
import { bundleFunctions } from '../../projenrc/bundling/bundle-functions';
import type { ApiUsageAnalytics } from '../../src';
import { sdkEnvironment } from '../support/sdk';

const ROOT = resolve(__dirname, '../..');
export const COLUMNS_FILE = join(ROOT, 'src/schema/columns.ts');

/** The table of columns with one line more at its end. */
export function columnsWith(line: string): string {
  const [table, ...others] = readFileSync(COLUMNS_FILE, 'utf8').split('\n] as const satisfies');
  if (others.length !== 1) throw new Error('The end of the table of columns is not where it was.');
  return `${table}\n  ${line}\n] as const satisfies${others[0]}`;
}

/** The library as its users load it, and its page of columns. */
interface Library {
  readonly ApiUsageAnalytics: typeof ApiUsageAnalytics;
  readonly columnsPage: () => string;
}

/** Library and functions, built from the sources with this text as the table of columns. */
export class Build {
  private readonly folder = mkdtempSync(join(tmpdir(), 'one-line-more-'));

  constructor(private readonly columns: string) {}

  public async library(): Promise<Library> {
    const outfile = join(this.folder, 'src/library/index.js');
    // The library reads the address of its repository from the file beside `src`.
    copyFileSync(join(ROOT, 'package.json'), join(this.folder, 'package.json'));
    const contents = 'export * from "./src"; export { columnsPage } from "./projenrc/columns-page-text";';
    const stdin = { contents, resolveDir: ROOT, loader: 'ts' } as const;
    await esbuild.build({ stdin, outfile, bundle: true, platform: 'node', target: 'node20', logLevel: 'silent', plugins: [this.plugin()] });
    return jest.requireActual<Library>(outfile);
  }

  /** The row that the handler makes of a line of the log. */
  public row(line: string, environment: Record<string, string>): Record<string, unknown> {
    const event = { records: [{ recordId: 'r', data: Buffer.from(line).toString('base64') }] };
    const invoke = 'require(process.argv[1]).handler(JSON.parse(process.argv[2])).then((answer) => console.log(JSON.stringify(answer)))';
    // Nothing listens at the endpoint, so the row has no names.
    const env = { ...environment, ...sdkEnvironment('http://127.0.0.1:9') };
    const output = execFileSync(process.execPath, ['-e', invoke, join(this.assets, 'enrichment/enrich.lambda/index.js'), JSON.stringify(event)], { env, encoding: 'utf8' });
    const { records } = JSON.parse(output.trim().split('\n').pop()!) as { records: { data: string }[] };
    return JSON.parse(Buffer.from(records[0].data, 'base64').toString()) as Record<string, unknown>;
  }

  /** Bundles the functions to where the library looks for them. */
  public async functions(): Promise<void> {
    await bundleFunctions(this.assets, [this.plugin()]);
  }

  /** esbuild's service would keep the tests from ending. */
  public async end(): Promise<void> {
    await esbuild.stop();
  }

  private get assets(): string {
    return join(this.folder, 'assets');
  }

  private plugin(): esbuild.Plugin {
    return {
      name: 'columns',
      setup: (build) => {
        build.onLoad({ filter: /[\\/]schema[\\/]columns\.ts$/ }, () => ({ contents: this.columns, loader: 'ts' }));
        // The library must share the tests' copy of aws-cdk-lib.
        build.onResolve({ filter: /^(aws-cdk-lib|constructs)(\/|$)/ }, ({ path }) => ({ path: require.resolve(path), external: true }));
      },
    };
  }
}
