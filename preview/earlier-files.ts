import { existsSync } from 'fs';
import { join } from 'path';
import { InputError } from './input-error';
import { isInside } from './inside';

/** The folder with the objects of an earlier preview. They are copied into the folder `out`. */
export function earlierObjects(after: string, out: string): string {
  const objects = join(after, 's3');
  if (!existsSync(objects)) throw new InputError(`--after ${after} has no folder s3. Give the output folder of an earlier preview.`);
  if (isInside(objects, out)) throw new InputError(`--out ${out} lies in the folder s3 of --after ${after}, which is copied to --out. Give another folder.`);
  return objects;
}
