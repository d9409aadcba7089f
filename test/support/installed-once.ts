import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'fs';
import { join, resolve } from 'path';

const ROOT = resolve(__dirname, '../..');

/** Makes a folder of this checkout once, whole or not at all: two test files may come here at the same time. */
export function installedOnce(parent: string, name: string, install: (folder: string) => void): string {
  const folder = join(ROOT, parent, name);
  if (existsSync(folder)) return folder;
  mkdirSync(join(ROOT, parent), { recursive: true });
  const making = mkdtempSync(join(ROOT, parent, 'making-'));
  install(making);
  if (existsSync(folder)) rmSync(making, { recursive: true });
  else renameSync(making, folder);
  return folder;
}
