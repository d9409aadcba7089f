import { pipeline } from 'stream/promises';
import { parseArguments } from './arguments';
import { RequestsFile } from './gateway/requests-file';
import { InputError } from './input-error';
import { ProgressBar } from './progress';
import { runPreview } from './run-preview';
import { describe } from './summary';

/** Runs the command line; gives the exit code. */
async function main(argv: readonly string[]): Promise<number> {
  const options = parseArguments(argv);
  if (!options) return 0;
  const say = (text: string) => process.stderr.write(`${text}\n`);
  const requests = options.requests === undefined ? options.traffic : RequestsFile.open(options.requests);
  const progress = new ProgressBar();
  progress.start(requests.count);
  const preview = await runPreview({ ...options, requests, onRequest: () => progress.advance() }).finally(() => progress.stop());
  try {
    preview.pipelines.forEach(summary => say(describe(summary)));
    preview.notes.forEach(note => say(`note: ${note}.`));
    preview.problems.forEach(problem => say(`problem: ${problem}.`));
    if (options.query !== undefined) {
      await pipeline(preview.query(options.query), process.stdout, { end: false });
    }
    return preview.problems.length > 0 ? 1 : 0;
  } finally {
    preview.close();
  }
}

main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
}, (error) => {
  const isInput = error instanceof InputError;
  process.stderr.write(`${isInput ? 'error' : 'failed'}: ${error.message}\n`);
  process.exitCode = isInput ? 2 : 1;
});
