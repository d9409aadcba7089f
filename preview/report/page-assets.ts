import { readFileSync } from 'fs';
import { join } from 'path';
import { build, Plugin } from 'esbuild';
import { PageAssets, PageSubject } from './page';

const REPORT = join(__dirname, 'page');
const DASHBOARD = join(__dirname, '..', 'dashboard', 'page');

const SOURCES: Readonly<Record<PageSubject, { readonly script: string; readonly styles: readonly string[] }>> = {
  report: { script: join(REPORT, 'main.ts'), styles: [join(REPORT, 'report.css')] },
  dashboard: { script: join(DASHBOARD, 'main.ts'), styles: [join(REPORT, 'report.css'), join(DASHBOARD, 'dashboard.css')] },
};

/** Pages import `echarts`, which has types and is everything; the bundle gets the parts that are used. */
const USED_PARTS: Plugin = {
  name: 'echarts-parts',
  setup: (bundle) => bundle.onResolve({ filter: /^echarts$/ }, () => ({ path: join(REPORT, 'echarts-parts.mjs') })),
};

/** A page, and the files that its script is made of. */
interface BuiltPage extends PageAssets {
  readonly files: readonly string[];
}

const built = new Map<PageSubject, Promise<BuiltPage>>();

/** Script and style of a page, built once a process. In the package, packed-page-assets.ts takes the place of this file. */
export function pageAssets(subject: PageSubject): Promise<BuiltPage> {
  const known = built.get(subject) ?? buildPage(SOURCES[subject]);
  built.set(subject, known);
  return known;
}

async function buildPage({ script, styles }: { readonly script: string; readonly styles: readonly string[] }): Promise<BuiltPage> {
  const { outputFiles: [output], metafile } = await build({
    entryPoints: [script],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'iife',
    target: 'es2022',
    legalComments: 'inline',
    charset: 'ascii',
    plugins: [USED_PARTS],
  });
  return {
    script: output.text.replace(/<\/script/gi, '<\\/script'),
    style: styles.map((file) => readFileSync(file, 'utf8')).join('\n'),
    files: Object.keys(metafile.inputs),
  };
}
