const PARTS = /[/\\]/;

/** Whether a relative path stays below its folder. */
export function staysBelow(path: string): boolean {
  return !path.includes('\0') && path.split(PARTS).every((part) => part !== '.' && part !== '..');
}

/** Whether a name is that of one file or folder. */
export function isFileName(name: string): boolean {
  return name !== '' && !PARTS.test(name) && staysBelow(name);
}
