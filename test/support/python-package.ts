import { execFileSync } from 'child_process';
import { join } from 'path';
import { installedOnce } from './installed-once';

const VENVS = '.venv';

/** Installs a package of PyPI in a virtual environment of its own, once for this checkout; returns its folder. */
export function pythonPackage(name: string, version: string): string {
  return installedOnce(VENVS, `${name}-${version}`, (venv) => {
    execFileSync('python3', ['-m', 'venv', venv], { stdio: 'pipe' });
    execFileSync(pythonOf(venv), ['-m', 'pip', 'install', '--quiet', `${name}==${version}`], { stdio: 'pipe' });
  });
}

export function pythonOf(venv: string): string {
  return join(venv, 'bin/python');
}
