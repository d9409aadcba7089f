import { readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import { installPackage, ROOT, run } from './apps';

/** Synthesises the quick start with the packed package and plain Node.js; gives the cloud assembly. */
export function synthTypeScriptApp(app: string, ...versions: string[]): string {
  installPackage(app, ...versions);
  const source = readFileSync(join(ROOT, 'examples/typescript/quickstart.ts'), 'utf8');
  const { outputText } = transpileModule(source, { compilerOptions: { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022 } });
  writeFileSync(join(app, 'quickstart.js'), outputText);
  const assembly = join(app, 'cdk.out');
  // Whatever else a machine may have, synthesis finds node and nothing more.
  run(app, process.execPath, ['quickstart.js'], { CDK_OUTDIR: assembly, PATH: '' });
  return assembly;
}
