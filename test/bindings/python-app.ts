import { cpSync } from 'fs';
import { join } from 'path';
import { CDK, CONSTRUCTS, folder, packed, ROOT, run } from './apps';

/** The example in Python with the packed wheel, in a folder of its own. */
export class PythonApp {
  public readonly folder = folder();
  private readonly bin = join(ROOT, '.venv/bindings/bin');

  constructor() {
    cpSync(join(ROOT, 'examples/python'), this.folder, { recursive: true });
    run(this.folder, 'python3', ['-m', 'venv', join(this.bin, '..')]);
    this.pip('--force-reinstall', '--no-deps', packed('python', '.whl'));
    this.pip(`aws-cdk-lib==${CDK}`, `constructs==${CONSTRUCTS}`, '-r', 'requirements.txt');
  }

  /** Runs a program of the folder, which synthesises into the folder that is given; gives its output. */
  public run(program: string, out: string): string {
    return run(this.folder, join(this.bin, 'python'), [program], { CDK_OUTDIR: out });
  }

  private pip(...packages: string[]): void {
    run(this.folder, join(this.bin, 'pip'), ['install', '--quiet', ...packages]);
  }
}
