import { readFileSync } from 'fs';
import { InputError } from '../input-error';

/** The JSON object in a file; `what` names the file's role in the error. */
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
    throw new InputError(`${what} ${file} is no JSON: ${(error as Error).message}.`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new InputError(`${what} ${file} holds ${JSON.stringify(value).slice(0, 60)} where a JSON object is expected.`);
  }
  return value as T;
}
