import { readFileSync } from 'fs';
import { join } from 'path';
import { PageAssets, PageSubject } from './page';

/** In the package, script and style of each page are files beside the bundle of the preview. */
export async function pageAssets(subject: PageSubject): Promise<PageAssets> {
  const read = (ending: string) => readFileSync(join(__dirname, `${subject}.${ending}`), 'utf8');
  return { script: read('js'), style: read('css') };
}
