import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'fs';
import { join, resolve } from 'path';
import { InputError } from './input-error';
import { isInside } from './inside';

/** Marks a folder as the output of a preview. It is written first. */
const MARKER = 'preview.json';

/**
 * Makes the folder for the output, and empties one of an earlier preview.
 * @throws InputError if one of the inputs lies in the folder, also if only symbolic links show it
 */
export function prepareOutputFolder(folder: string, inputs: readonly (string | undefined)[]): void {
  for (const input of inputs) {
    if (input && isInside(folder, input)) {
      throw new InputError(`--out ${folder} contains the input ${input}, which the preview would delete. Give another folder.`);
    }
  }
  if (existsSync(folder)) {
    if (!statSync(folder).isDirectory()) throw new InputError(`--out ${folder} is a file. Give a folder.`);
    const entries = readdirSync(folder);
    if (entries.length > 0 && !isOurs(folder)) {
      throw new InputError(`--out ${folder} contains other files (${entries.slice(0, 3).join(', ')}). Give a new folder, an empty one, or one of an earlier preview, which has a ${MARKER}.`);
    }
    for (const entry of entries) rmSync(join(folder, entry), { recursive: true });
  }
  try {
    mkdirSync(folder, { recursive: true });
    writeSummary(folder, []);
  } catch (error) {
    throw new InputError(`--out ${folder} cannot be written: ${(error as Error).message}.`);
  }
}

export function writeSummary(folder: string, pipelines: readonly object[]): void {
  writeFileSync(resolve(folder, MARKER), `${JSON.stringify({ pipelines }, undefined, 2)}\n`);
}

function isOurs(folder: string): boolean {
  try {
    return Array.isArray(JSON.parse(readFileSync(join(folder, MARKER), 'utf8')).pipelines);
  } catch {
    return false;
  }
}
