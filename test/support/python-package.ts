import { execFileSync } from 'child_process';
import { join } from 'path';
import { installedOnce } from './installed-once';

const VENVS = '.venv';

/**
 * Installs a package of PyPI in a virtual environment of its own, once for this checkout; returns its folder.
 * @param extra a set of its optional dependencies, in brackets
 * @param others packages to install beside it
 */
export function pythonPackage(name: string, version: string, extra = '', ...others: readonly string[]): string {
  return installedOnce(VENVS, `${name}-${version}`, (venv) => {
    execFileSync('python3', ['-m', 'venv', venv], { stdio: 'pipe' });
    execFileSync(pythonOf(venv), ['-m', 'pip', 'install', '--quiet', `${name}${extra}==${version}`, ...others], { stdio: 'pipe' });
  });
}

export function pythonOf(venv: string): string {
  return join(venv, 'bin/python');
}
