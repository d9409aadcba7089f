import { existsSync, realpathSync } from 'fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'path';

/** Whether a path is a folder or lies in it. Both the paths as written and the targets of symbolic links are compared. */
export function isInside(folder: string, path: string): boolean {
  return [folder, realPath(folder)].some((whole) => [path, realPath(path)].some((part) => liesIn(whole, part)));
}

function liesIn(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** The path with its symbolic links resolved. Parts that do not exist are kept. */
function realPath(path: string): string {
  const whole = resolve(path);
  if (existsSync(whole)) return realpathSync.native(whole);
  return dirname(whole) === whole ? whole : join(realPath(dirname(whole)), basename(whole));
}
