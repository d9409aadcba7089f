import { spawnSync } from 'child_process';
import { readdirSync, readFileSync, statSync } from 'fs';
import { join } from 'path';
import { Writable } from 'stream';
import { gunzipSync } from 'zlib';
import { temporaryFile, temporaryFolder } from './temporary-folder';
import { command } from '../../preview/command';
import { Variables } from '../../preview/gateway/context-variables';
import { RequestsFile } from '../../preview/gateway/requests-file';
import { ReportData } from '../../preview/report/report-data';
import { Preview, PreviewOptions, runPreview } from '../../preview/run-preview';

/** Sunday, 17 May 2026, 10:05:03 UTC. */
export const NOON_ISH = 1_779_012_303_000;

/** A requests file; what a request lacks is filled in, a number of a second after the other. */
export function requestsFile(requests: readonly Variables[]): string {
  const lines = requests.map((request, index) => JSON.stringify({
    requestTimeEpoch: String(NOON_ISH + index * 1000),
    requestId: `r${index + 1}`,
    status: '200',
    ...request,
  }));
  return temporaryFile('requests.ndjson', lines.map((line) => `${line}\n`).join(''));
}

export interface Ran {
  readonly preview: Preview;
  readonly out: string;
  /** The answer's rows, without the header. */
  readonly rows: readonly string[];
}

/** Runs a preview and asks it one question. */
export async function previewed(
  templates: string | readonly string[],
  requests: readonly Variables[] | string,
  sql: string,
  options: Partial<PreviewOptions> = {},
): Promise<Ran> {
  const out = temporaryFolder();
  const preview = await runPreview({
    templates: [templates].flat(),
    requests: RequestsFile.open(typeof requests === 'string' ? requests : requestsFile(requests)),
    escaping: 'json',
    out,
    ...options,
  });
  try {
    const csv = await csvOf(preview, sql);
    return { preview, out, rows: csv.split('\r\n').slice(1, -1) };
  } finally {
    preview.close();
  }
}

/** The whole answer of a preview to a statement. */
export async function csvOf(preview: Preview, sql: string): Promise<string> {
  let csv = '';
  for await (const piece of preview.query(sql)) csv += piece;
  return csv;
}

/** Relative path to contents, for every file in a folder. */
export function filesIn(folder: string): Map<string, Buffer> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(folder, name)).isFile()).sort();
  return new Map(names.map((name) => [name, readFileSync(join(folder, name))]));
}

/** Names of the files that hold a text, also in compressed ones. */
export function filesWith(folder: string, text: string): string[] {
  return [...filesIn(folder)].filter(([name, contents]) => uncompressed(name, contents).includes(text)).map(([name]) => name);
}

function uncompressed(name: string, contents: Buffer): Buffer {
  if (name.endsWith('.gz')) return gunzipSync(contents);
  const isPage = name.endsWith('.html') && contents.includes('id="data"');
  return isPage ? Buffer.from(JSON.stringify(reportData(contents.toString()))) : contents;
}

/** What the page of a report gets: JSON, gzipped, in base64. */
export function reportData(page: string): ReportData {
  const [, data] = /id="data">([^<]+)</.exec(page)!;
  return JSON.parse(gunzipSync(Buffer.from(data, 'base64')).toString()) as ReportData;
}

/** The error objects of a run: kind and parsed lines. */
export function failuresIn(out: string): { readonly kind: string; readonly [field: string]: any }[] {
  return [...filesIn(out)].flatMap(([name, contents]) => {
    const kind = /errors\/([^/]+)\//.exec(name)?.[1];
    return kind ? contents.toString().trim().split('\n').map((line) => ({ kind, ...JSON.parse(line) })) : [];
  });
}

export interface CommandResult { readonly status: number | null; readonly stdout: string; readonly stderr: string }

/** Runs the command line in a process of its own, as `npm run preview` does. */
export function commandLine(args: readonly string[], environment: NodeJS.ProcessEnv = {}): CommandResult {
  const root = join(__dirname, '..', '..');
  return spawnSync(join(root, 'node_modules', '.bin', 'tsx'), [join(root, 'preview', 'from-clone.ts'), ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  });
}

/** Runs the command line in this process: many cases take little time. */
export async function commandHere(args: readonly string[]): Promise<CommandResult> {
  const written = { stdout: '', stderr: '' };
  const into = (name: keyof typeof written) => new Writable({
    write: (chunk, _encoding, done) => {
      written[name] += chunk;
      done();
    },
  });
  const status = await command(args, into('stdout'), into('stderr'));
  return { status, ...written };
}
