/** Validates the kept templates, a part of them on each core: `npx projen check:templates`, after the tests. */
import { fork } from 'child_process';
import { readdirSync, statSync } from 'fs';
import { availableParallelism } from 'os';
import { join } from 'path';
import { TEMPLATES } from './collect-templates';
import { findings } from './findings';

/** What a process of its own finds. */
function found(files: readonly string[]): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const checker = fork(__filename, files);
    checker.once('message', (lines) => resolve(lines as string[]));
    checker.once('exit', (code) => reject(new Error(`A check of templates ended with ${code}.`)));
  });
}

async function checkAll(): Promise<void> {
  // The largest first, so that each part has about as much to read.
  const files = readdirSync(TEMPLATES).map((file) => join(TEMPLATES, file)).sort((one, other) => statSync(other).size - statSync(one).size);
  const parts = Math.min(availableParallelism(), files.length);
  const lines = (await Promise.all(Array.from({ length: parts }, (_, part) => found(files.filter((_file, index) => index % parts === part))))).flat();
  lines.forEach((line) => console.error(line));
  console.log(`${files.length} templates, ${lines.length} findings`);
  process.exitCode = files.length > 0 && lines.length === 0 ? 0 : 1;
}

const part = process.argv.slice(2);
if (part.length > 0) process.send!(findings(part));
else void checkAll();
