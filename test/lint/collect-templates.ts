import { createHash } from 'crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { dirname, join } from 'path';

/** Where the templates of the tests are kept, each once. */
export const TEMPLATES = join(__dirname, '..', '..', 'test-reports', 'templates');

const ENDING = '.template.json';

/**
 * Before the tests: a temporary folder of their own. An app without an `outdir` is synthesised beneath it, so that every
 * template of every test is found afterwards, and nothing is left behind.
 */
export function collectTemplates(): void {
  process.env.TMPDIR = mkdtempSync(join(tmpdir(), 'usage-tests-'));
}

/** After the tests: keeps the templates and throws the rest away. */
export async function keepTemplates(): Promise<void> {
  const folder = process.env.TMPDIR!;
  rmSync(TEMPLATES, { recursive: true, force: true });
  mkdirSync(TEMPLATES, { recursive: true });
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    // A template with no manifest beside it was written by hand, for a test of the preview.
    if (!file.endsWith(ENDING) || !existsSync(join(folder, dirname(file), 'manifest.json'))) continue;
    // As an app with suppressTemplateIndentation writes it: three pipelines of one stack need that.
    const template = JSON.stringify(JSON.parse(readFileSync(join(folder, file), 'utf8')));
    writeFileSync(join(TEMPLATES, createHash('sha256').update(template).digest('hex').slice(0, 16) + ENDING), template);
  }
  rmSync(folder, { recursive: true, force: true });
}
