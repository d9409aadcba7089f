import { existsSync } from 'fs';
import { join } from 'path';
import { InputError } from './input-error';

/** The folder with the objects of an earlier preview. */
export function earlierObjects(after: string): string {
  const objects = join(after, 's3');
  if (!existsSync(objects)) throw new InputError(`--after ${after} has no folder s3: give the output folder of an earlier preview.`);
  return objects;
}
