import { bytesFigures } from './bytes-read';
import { directoryFigures } from './directory';
import { loadFigures } from './load';
import { previewFigures } from './preview';
import { recordFigures } from './records';

/** Prints each figure beside what it is compared with, measured in turn in one run. */
async function main(): Promise<void> {
  for (const figures of [recordFigures, directoryFigures, loadFigures, previewFigures, bytesFigures]) {
    for (const line of await figures()) process.stdout.write(`${line}\n`);
  }
}

void main();
