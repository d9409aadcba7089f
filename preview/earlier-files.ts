import { existsSync } from 'fs';
import { join } from 'path';
import { InputError } from './input-error';
import { isInside } from './inside';

/** The folder with the objects of an earlier preview, which are copied into the folder `out`. */
export function earlierObjects(after: string, out: string): string {
  const objects = join(after, 's3');
  if (!existsSync(objects)) throw new InputError(`--after ${after} has no folder s3: give the output folder of an earlier preview.`);
  if (isInside(objects, out)) throw new InputError(`--out ${out} lies in the folder s3 of --after ${after}, which is copied into it: give another folder.`);
  return objects;
}
