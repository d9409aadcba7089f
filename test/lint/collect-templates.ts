import { createHash } from 'crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { dirname, join } from 'path';
import { resourceShape } from './template-shape';

/** Where the templates of the tests are kept. */
export const TEMPLATES = join(__dirname, '..', '..', 'test-reports', 'templates');

/** What the names of the folders begin with into which examples are synthesised. */
export const EXAMPLE_FOLDER = 'example-';

const ENDING = '.template.json';
/** CloudFormation takes a megabyte, and a linter says when a template comes near it. */
const LARGE = 800_000;

/**
 * Before the tests: a temporary folder of their own. An app without an `outdir` is synthesised beneath it, so that every
 * template of every test is found afterwards, and nothing is left behind.
 */
export function collectTemplates(): void {
  process.env.TMPDIR = mkdtempSync(join(tmpdir(), 'usage-tests-'));
}

/**
 * After the tests: keeps the templates of the examples, the large ones, and of all others those that have a resource which
 * no smaller template has in that shape. The linters take a second for each. Throws the rest away.
 */
export async function keepTemplates(): Promise<void> {
  const folder = process.env.TMPDIR!;
  rmSync(TEMPLATES, { recursive: true, force: true });
  mkdirSync(TEMPLATES, { recursive: true });
  const seen = new Set<string>();
  for (const { file, text, resources } of templatesIn(folder)) {
    const shapes = Object.values(resources).map(resourceShape);
    const keep = file.startsWith(EXAMPLE_FOLDER) || text.length > LARGE || shapes.some((shape) => !seen.has(shape));
    shapes.forEach((shape) => seen.add(shape));
    if (keep) writeFileSync(join(TEMPLATES, createHash('sha256').update(text).digest('hex').slice(0, 16) + ENDING), text);
  }
  rmSync(folder, { recursive: true, force: true });
}

/** The smallest template first. */
function templatesIn(folder: string) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    // A template with no manifest beside it was written by hand, for a test of the preview.
    .filter((file) => file.endsWith(ENDING) && existsSync(join(folder, dirname(file), 'manifest.json')))
    .map((file) => {
      const template = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { readonly Resources?: Record<string, Record<string, unknown>> };
      // As an app with suppressTemplateIndentation writes it: three pipelines of one stack need that.
      return { file, text: JSON.stringify(template), resources: template.Resources ?? {} };
    })
    .sort((one, other) => one.text.length - other.text.length);
}
