import { existsSync, readdirSync, readFileSync } from 'fs';
import { dirname, join, sep } from 'path';
import { preProcessFile } from 'typescript';

const ROOT = join(__dirname, '..', '..');

/** What each file or room imports. */
type Imports = ReadonlyMap<string, ReadonlySet<string>>;

/** The files of a folder, each with the files of this repository that it imports, types included. */
function fileImports(folder: string): Imports {
  const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|js|mjs)$/.test(file)).map((file) => join(folder, file));
  return new Map(files.map((file) => [file, new Set(relativeImports(file))]));
}

function relativeImports(file: string): string[] {
  return modules(file).filter((name) => name.startsWith('.')).map((name) => {
    const target = join(dirname(file), name);
    const found = [target, `${target}.ts`, join(target, 'index.ts')].find((candidate) => /\.\w+$/.test(candidate) && existsSync(join(ROOT, candidate)));
    if (found === undefined) throw new Error(`${file} imports ${name}, which is not here.`);
    return found;
  });
}

/** The names of modules in a file's imports, and in its calls of `require`. */
function modules(file: string): string[] {
  return preProcessFile(readFileSync(join(ROOT, file), 'utf8'), true, true).importedFiles.map(({ fileName }) => fileName);
}

/** A room is a folder below `src` or `preview`; a file directly below them is a room of its own. */
function roomOf(file: string): string {
  return file.split(sep).slice(0, 2).join('/');
}

function roomImports(files: Imports): Imports {
  const rooms = new Map<string, Set<string>>();
  for (const [file, imported] of files) {
    const room = roomOf(file);
    rooms.set(room, new Set([...rooms.get(room) ?? [], ...[...imported].map(roomOf).filter((other) => other !== room)]));
  }
  return rooms;
}

/** One way from a file or room back to itself; undefined where no import runs back. */
function cycleIn(imports: Imports): readonly string[] | undefined {
  const done = new Set<string>();
  const visit = (name: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(name)) return [...path.slice(path.indexOf(name)), name];
    if (done.has(name)) return undefined;
    for (const next of imports.get(name) ?? []) {
      const cycle = visit(next, [...path, name]);
      if (cycle) return cycle;
    }
    done.add(name);
    return undefined;
  };
  for (const name of imports.keys()) {
    const cycle = visit(name, []);
    if (cycle) return cycle;
  }
  return undefined;
}

describe.each(['src', 'preview'])('in %s', (folder) => {
  const files = fileImports(folder);

  test('no file imports itself by way of others', () => {
    expect(cycleIn(files)).toBeUndefined();
  });

  test('rooms have an order: no import runs back up', () => {
    expect(cycleIn(roomImports(files))).toBeUndefined();
  });
});

test.each(['src/schema', 'src/synth'])('%s imports no other room', (room) => {
  expect(roomImports(fileImports('src')).get(room)).toEqual(new Set());
});

test.each([
  ['preview', 'src'],
  ['src', 'preview'],
])('%s shares no code with %s, so that each checks the other', (folder, other) => {
  const importing = [...fileImports(folder)].filter(([, imported]) => [...imported].some((file) => file.startsWith(`${other}/`)));
  expect(importing.map(([file]) => file)).toEqual([]);
});

test('the preview does not import the library as a package either', () => {
  const { name } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { name: string };
  const imported = [...fileImports('preview').keys()].flatMap(modules);
  expect(imported).toContain('fs');
  expect(imported.filter((module) => module === name || module.startsWith(`${name}/`))).toEqual([]);
});
