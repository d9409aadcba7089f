import { readFileSync } from 'fs';
import { InputError } from '../input-error';

/** Reads a file with a JSON object. `what` names the role of the file in errors. */
export function readJsonObject<T extends object>(file: string, what: string): T {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new InputError(`${what} ${file} cannot be read: ${(error as Error).message}.`);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new InputError(`${what} ${file} is not JSON: ${(error as Error).message}.`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new InputError(`${what} ${file} must be a JSON object, but is ${JSON.stringify(value).slice(0, 60)}.`);
  }
  return value as T;
}
