import { execFileSync } from 'child_process';
import { mkdirSync, renameSync, rmSync } from 'fs';
import { join } from 'path';
import { installedOnce } from '../../support/installed-once';

const VERSION = '476';

/** Downloads Trino and its connector to AWS Glue and S3 from Maven Central, once for this checkout; returns its folder. */
export function installTrino(): string {
  return installedOnce('.cache', `trino-${VERSION}`, (folder) => {
    for (const artifact of [`trino-server-core:${VERSION}:tar.gz`, `trino-hive:${VERSION}:zip`]) {
      execFileSync('mvn', ['--batch-mode', '--quiet', 'dependency:copy', `-Dartifact=io.trino:${artifact}`, `-DoutputDirectory=${folder}`], { stdio: 'pipe' });
    }
    const server = `trino-server-core-${VERSION}`;
    execFileSync('tar', ['-xzf', `${server}.tar.gz`], { cwd: folder });
    execFileSync('python3', ['-m', 'zipfile', '-e', `trino-hive-${VERSION}.zip`, 'unzipped'], { cwd: folder });
    renameSync(join(folder, server, 'lib'), join(folder, 'lib'));
    mkdirSync(join(folder, 'plugin'));
    renameSync(join(folder, 'unzipped', `trino-hive-${VERSION}`), join(folder, 'plugin', 'hive'));
    for (const rest of [server, 'unzipped', `${server}.tar.gz`, `trino-hive-${VERSION}.zip`]) rmSync(join(folder, rest), { recursive: true });
  });
}
