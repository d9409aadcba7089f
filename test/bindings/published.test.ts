import { copyFileSync } from 'fs';
import { dirname, join } from 'path';
import { folder, packed, packedLibrary, ROOT, run } from './apps';
import { installedOnce } from '../support/installed-once';
import { pythonOf, pythonPackage } from '../support/python-package';

/* What the registries ask of a package, by the tools that they recommend or that ask the same. */

const MAVEN = '3.9.9';

/** A Maven that is new enough for the check of poms; it comes from Maven Central, as everything of Maven does. */
function newMaven(): string {
  const home = installedOnce('.venv', `maven-${MAVEN}`, (making) => {
    run(making, 'mvn', ['--quiet', '--batch-mode', 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy',
      `-Dartifact=org.apache.maven:apache-maven:${MAVEN}:tar.gz:bin`, `-DoutputDirectory=${making}`]);
    run(making, 'tar', ['-xzf', `apache-maven-${MAVEN}-bin.tar.gz`, '--strip-components', '1']);
  });
  return join(home, 'bin/mvn');
}

/**
 * What publint suggests and is left: PyPI and Maven show the URL of the repository as a link, which `git+https` is not, and
 * the only module format is the default one.
 */
const LEFT = [/does not specify the "type" field/, /pkg\.repository\.url is https:\S+ but could be a full git URL/];

test('npm: publint suggests nothing else, and has no warning', () => {
  const said = run(ROOT, join(ROOT, 'node_modules/.bin/publint'), ['run', packedLibrary(), '--strict'], { NO_COLOR: '1' });
  const lines = said.split('\n').filter((line) => /^\d+\. /.test(line));
  expect(lines.filter((line) => !LEFT.some((left) => left.test(line)))).toEqual([]);
  expect(lines).toHaveLength(LEFT.length);
});

test('PyPI: twine has nothing to say about the wheel and the source distribution', () => {
  const distributions = [packed('python', '.whl'), packed('python', '.tar.gz')];
  const checked = run(ROOT, pythonOf(pythonPackage('twine', '6.1.0')), ['-m', 'twine', '--no-color', 'check', '--strict', ...distributions]);
  expect(checked.match(/PASSED/g)).toHaveLength(2);
});

test('Maven Central: the pom has what it asks for, and beside the jar are its sources and its javadoc', () => {
  const project = folder();
  copyFileSync(packed('java', '.pom'), join(project, 'pom.xml'));
  run(project, newMaven(), ['--quiet', '--batch-mode', 'org.kordamp.maven:pomchecker-maven-plugin:1.14.0:check-maven-central']);
  for (const ending of ['-sources.jar', '-javadoc.jar']) expect(dirname(packed('java', ending))).toBe(dirname(packed('java', '.pom')));
});
