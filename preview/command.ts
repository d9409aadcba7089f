import { Writable } from 'stream';
import { pipeline } from 'stream/promises';
import { parseArguments } from './arguments';
import { RequestsFile } from './gateway/requests-file';
import { InputError, TemplateError } from './input-error';
import { ProgressBar } from './progress';
import { runPreview } from './run-preview';
import { describe } from './summary';

const LEAVE_OUT = 'If this stack has nothing to do with a pipeline, name the templates of the other stacks with --template.';

/** Runs the command line of this process. */
export async function main(): Promise<void> {
  process.exitCode = await command(process.argv.slice(2), process.stdout, process.stderr);
}

/** Runs a command line and returns its exit code. The answer of the query is written to `answer`, and everything else to `told`. */
export async function command(argv: readonly string[], answer: Writable, told: Writable): Promise<number> {
  const say = (text: string) => told.write(`${text}\n`);
  try {
    return await preview(argv, answer, say);
  } catch (error) {
    const isInput = error instanceof InputError;
    say(`${isInput ? 'error' : 'failed'}: ${(error as Error).message}`);
    return isInput ? 2 : 1;
  }
}

async function preview(argv: readonly string[], answer: Writable, say: (text: string) => void): Promise<number> {
  const options = parseArguments(argv);
  if (!options) return 0;
  const requests = options.requests === undefined ? options.traffic : RequestsFile.open(options.requests);
  const progress = new ProgressBar();
  progress.start(requests.count);
  const ran = await runPreview({ ...options, requests, onRequest: () => progress.advance() })
    .catch((error) => {
      throw options.wholeAssembly && error instanceof TemplateError ? new InputError(`${error.message} ${LEAVE_OUT}`) : error;
    })
    .finally(() => progress.stop());
  try {
    ran.pipelines.forEach((summary) => say(describe(summary)));
    ran.reports.forEach((file) => say(`report: ${file}`));
    ran.dashboards.forEach((file) => say(`dashboard: ${file}`));
    ran.notes.forEach((note) => say(`note: ${note}.`));
    ran.problems.forEach((problem) => say(`problem: ${problem}.`));
    if (options.query !== undefined) await pipeline(ran.query(options.query), answer, { end: false });
    return ran.problems.length > 0 ? 1 : 0;
  } finally {
    ran.close();
  }
}
