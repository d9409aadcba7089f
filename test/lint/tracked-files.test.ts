import { execFileSync } from 'child_process';
import { existsSync, readFileSync } from 'fs';
import { join } from 'path';

const ROOT = join(__dirname, '..', '..');
const GENERATED = /(package-lock\.json|docs\/questions\.md|demo-answers\.json|API\.md|LICENSE|requests\.ndjson|^\.projen\/.*|package\.json|\.eslintrc\.json)$/;

const files = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' }).split('\0')
  .filter((file) => file !== '' && existsSync(join(ROOT, file)))
  .map((file) => ({ file, text: readFileSync(join(ROOT, file), 'utf8') }));

function filesWith(pattern: RegExp): string[] {
  return files.filter(({ text }) => pattern.test(text)).map(({ file }) => file);
}

test('no file says where packages are downloaded from; the release says where they go', () => {
  expect(filesWith(/registry\.(npmjs|yarnpkg)\.|pypi\.org|files\.pythonhosted|repo1?\.maven|proxy\.golang/)).toEqual(['.github/workflows/release.yml']);
  // The preview is in a workspace.
  expect(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).not.toMatch(/"resolved": "(?!preview")/);
});

test('no file has a path of one machine', () => {
  expect(filesWith(/(["'`\s(=]|^)\/(home|Users|work)\/\w/m)).toEqual([]);
});

test('no file has a key', () => {
  expect(filesWith(/\b(AKIA|ASIA)[A-Z0-9]{16}\b|-----BEGIN [A-Z ]*PRIVATE KEY/)).toEqual([]);
});

test('files are short', () => {
  const lengths = files.filter(({ file }) => /\.(ts|js|md)$|^\.ci\//.test(file) && !GENERATED.test(file))
    .map(({ file, text }) => ({ file, lines: text.split('\n').length - 1 }))
    .sort((a, b) => a.lines - b.lines);
  // Registries show one page of a package, so the README holds more than other pages.
  expect(lengths.filter(({ file, lines }) => lines > (file === 'README.md' ? 500 : 250))).toEqual([]);
  expect(lengths[Math.floor(lengths.length / 2)].lines).toBeLessThanOrEqual(80);
});
