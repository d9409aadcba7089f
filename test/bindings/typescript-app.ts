import { readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import { CDK, CONSTRUCTS, folder, packedLibrary, ROOT, run } from './apps';

/** A folder in which the packed library is installed with a CDK, as in a user's app. */
export class TypeScriptApp {
  public readonly folder = folder();

  constructor() {
    run(this.folder, 'npm', ['init', '--yes']);
    run(this.folder, 'npm', ['install', '--no-audit', '--no-fund', `aws-cdk-lib@${CDK}`, `constructs@${CONSTRUCTS}`, packedLibrary()]);
  }

  /** Synthesises an example with plain Node.js, into the folder that is given. */
  public run(example: string, out: string): void {
    const source = readFileSync(join(ROOT, 'examples/typescript', example), 'utf8');
    const { outputText } = transpileModule(source, { compilerOptions: { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022 } });
    const program = join(this.folder, `${example}.js`);
    writeFileSync(program, outputText);
    // Whatever else a machine may have, synthesis finds node and nothing more.
    run(this.folder, process.execPath, [program], { CDK_OUTDIR: out, PATH: '' });
  }
}
