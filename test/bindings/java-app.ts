import { cpSync } from 'fs';
import { join } from 'path';
import { CDK, CONSTRUCTS, folder, packed, ROOT, run, VERSION } from './apps';

/** Maven writes it around the output of a program. */
const RESET_COLOUR = '\u001b[0m';

/** The example in Java with the packed jar, in a folder of its own. */
export class JavaApp {
  public readonly folder = folder();

  constructor() {
    cpSync(join(ROOT, 'examples/java'), this.folder, { recursive: true, filter: (path) => !path.endsWith('target') });
    this.maven(['install:install-file', `-Dfile=${packed('java', `${VERSION}.jar`)}`, `-DpomFile=${packed('java', '.pom')}`]);
  }

  /** Runs a class, which synthesises into the folder that is given; gives its output. */
  public run(mainClass: string, out: string): string {
    const versions = [`-Dcdk.version=${CDK}`, `-Dconstructs.version=${CONSTRUCTS}`, `-Dusage.version=${VERSION}`];
    return this.maven(['compile', 'exec:java', `-Dexec.mainClass=${mainClass}`, ...versions], { CDK_OUTDIR: out });
  }

  private maven(args: string[], env?: NodeJS.ProcessEnv): string {
    return run(this.folder, 'mvn', ['--quiet', '--batch-mode', ...args], env).replaceAll(RESET_COLOUR, '');
  }
}
