import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { folder, ROOT, run } from './apps';
import { typesOf } from './assembly';

const LANGUAGES = ['typescript', 'python', 'java', 'go', 'csharp'] as const;

/** How each language writes one of the examples. */
const ADD_STAGE = {
  typescript: 'usage.addStage(stage, { replaceAccessLog: true });',
  python: 'usage.add_stage(stage, replace_access_log=True)',
  java: 'usage.addStage(stage, AddStageOptions.builder().replaceAccessLog(true).build());',
  go: 'usage.AddStage(stage, &AddStageOptions{\n\tReplaceAccessLog: jsii.Boolean(true),\n})',
  csharp: 'usage.AddStage(stage, new AddStageOptions { ReplaceAccessLog = true });',
};

/** What Construct Hub shows of the package: README.md and the reference, in each language. */
const pages = folder();
beforeAll(() => {
  run(ROOT, 'npx', ['projen', 'post-compile']);
  run(ROOT, 'npx', ['jsii-docgen', '--readme', ...LANGUAGES.flatMap((language) => ['--language', language]), '--output', join(pages, 'API')]);
});

test('there is a page for each language', () => {
  expect(readdirSync(pages).sort()).toEqual(LANGUAGES.map((language) => `API.${language}.md`).sort());
});

describe.each(LANGUAGES)('%s', (language) => {
  let page: string;
  beforeAll(() => {
    page = readFileSync(join(pages, `API.${language}.md`), 'utf8');
  });

  test('the page has every type, with an example in the language', () => {
    const sections = new Map(page.split(/^### /m).slice(1).map((section) => [section.split(' ', 1)[0], section]));
    for (const { name } of typesOf(ROOT)) expect([name, sections.get(name)]).toEqual([name, expect.stringContaining(`*Example*\n\n\`\`\`${language}\n`)]);
    expect(page).toContain(ADD_STAGE[language]);
  });

  test('no snippet is left untranslated', () => {
    expect(page).not.toContain('non-compiling source');
    const fences = [...page.matchAll(/^```(\w+)/gm)].map(([, fence]) => fence);
    expect(fences.filter((fence) => fence === language).length).toBeGreaterThan(100);
    if (language === 'typescript') return;
    expect(fences.filter((fence) => /^(ts|typescript)$/.test(fence))).toEqual([]);
    expect(page).not.toMatch(/^(const|let) |^import .* from '/m);
  });
});
