import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';

const folders: string[] = [];

/** A folder that is gone after the tests of the file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'preview-test-'));
  folders.push(folder);
  return folder;
}

export function temporaryFile(name: string, contents: string | Buffer): string {
  const file = join(temporaryFolder(), name);
  writeFileSync(file, contents);
  return file;
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
