import { readFileSync } from 'fs';
import { join } from 'path';
import { build, Plugin } from 'esbuild';
import { PageAssets } from './page';

const PARTS = join(__dirname, 'page', 'echarts-parts.mjs');

/** Pages import `echarts`, which has types and is everything; the bundle gets the parts that are used. */
const USED_PARTS: Plugin = {
  name: 'echarts-parts',
  setup: (bundle) => bundle.onResolve({ filter: /^echarts$/ }, () => ({ path: PARTS })),
};

const built = new Map<string, Promise<PageAssets>>();

/** Script and style of a page, built once a process. */
export function pageAssets(entry: string, ...styles: readonly string[]): Promise<PageAssets> {
  const known = built.get(entry) ?? buildAssets(entry, styles);
  built.set(entry, known);
  return known;
}

async function buildAssets(entry: string, styles: readonly string[]): Promise<PageAssets> {
  const { outputFiles: [script] } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    legalComments: 'inline',
    charset: 'ascii',
    plugins: [USED_PARTS],
  });
  return { script: script.text.replace(/<\/script/gi, '<\\/script'), style: styles.map((file) => readFileSync(file, 'utf8')).join('\n') };
}
