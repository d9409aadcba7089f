const PARTS = /[/\\]/;

/** Whether a path below a folder stays below it, whatever its parts are called. */
export function staysBelow(path: string): boolean {
  return !path.includes('\0') && path.split(PARTS).every((part) => part !== '.' && part !== '..');
}

/** Whether a name can be the name of one file or folder. */
export function isFileName(name: string): boolean {
  return name !== '' && !PARTS.test(name) && staysBelow(name);
}
