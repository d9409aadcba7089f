import { createHash } from 'crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { dirname, join } from 'path';
import { reducedTo, Template } from './reduced-template';
import { isNew, resourceShape, withFreshItems } from './template-shape';

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
 * After the tests: keeps the templates of the examples and the large ones whole, and of all others the resources of a shape
 * that no smaller template has, with what they refer to. The linters take seconds for a whole template. Throws the rest away.
 */
export async function keepTemplates(): Promise<void> {
  const folder = process.env.TMPDIR!;
  rmSync(TEMPLATES, { recursive: true, force: true });
  mkdirSync(TEMPLATES, { recursive: true });
  const keep = (template: Template) => {
    const text = textOf(template);
    writeFileSync(join(TEMPLATES, createHash('sha256').update(text).digest('hex').slice(0, 16) + ENDING), text);
  };
  /** Shapes of resources, and of the items of their lists. */
  const seen = new Set<string>();
  const [whole, others] = templatesIn(folder);
  for (const { template, shapes } of whole) {
    keep(template);
    withFreshItems(template, seen);
    for (const shape of shapes.values()) seen.add(shape);
  }
  for (const { template, shapes } of others) {
    const fresh = [...shapes].filter(([, shape]) => isNew(shape, seen)).map(([logicalId]) => logicalId);
    if (fresh.length > 0) keep(reducedTo(fresh, template, seen));
  }
  rmSync(folder, { recursive: true, force: true });
}

interface Found {
  readonly template: Template;
  /** By logical id. */
  readonly shapes: ReadonlyMap<string, string>;
}

/** Those to keep whole, and all others, the smallest first. */
function templatesIn(folder: string): readonly [Found[], Found[]] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    // A template with no manifest beside it was written by hand, for a test of the preview.
    .filter((file) => file.endsWith(ENDING) && existsSync(join(folder, dirname(file), 'manifest.json')))
    .map((file) => {
      const template = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Template;
      const shapes = new Map(Object.entries(template.Resources ?? {}).map(([logicalId, resource]) => [logicalId, resourceShape(resource)]));
      const { length } = textOf(template);
      return { template, shapes, length, whole: file.startsWith(EXAMPLE_FOLDER) || length > LARGE };
    })
    .sort((one, other) => one.length - other.length);
  return [files.filter(({ whole }) => whole), files.filter(({ whole }) => !whole)];
}

/** As an app with suppressTemplateIndentation writes it: three pipelines of one stack need that. */
function textOf(template: Template): string {
  return JSON.stringify(template);
}
