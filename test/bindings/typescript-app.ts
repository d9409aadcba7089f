import { readFileSync, writeFileSync } from 'fs';
import { basename, join } from 'path';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import { CDK, CONSTRUCTS, folder, packedLibrary, ROOT, run } from './apps';

/** A folder in which the packed library is installed with a CDK, as in a user's app. */
export class TypeScriptApp {
  public readonly folder = folder();

  constructor() {
    run(this.folder, 'npm', ['init', '--yes']);
    run(this.folder, 'npm', ['install', '--no-audit', '--no-fund', `aws-cdk-lib@${CDK}`, `constructs@${CONSTRUCTS}`, packedLibrary()]);
  }

  /** Runs a program of the checkout with plain Node.js. It synthesises into the folder that is given; gives its output. */
  public run(program: string, out: string): string {
    const source = readFileSync(join(ROOT, program), 'utf8');
    const { outputText } = transpileModule(source, { compilerOptions: { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022 } });
    const file = join(this.folder, `${basename(program)}.js`);
    writeFileSync(file, outputText);
    // Whatever else a machine may have, synthesis finds node and nothing more.
    return run(this.folder, process.execPath, [file], { CDK_OUTDIR: out, PATH: '' });
  }
}
