import { execFileSync } from 'child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { version } from '../package.json';
import { bundlePreview } from './bundling/bundle-preview';

const PACKED = join('dist', 'js');

/** Packs the preview beside the library. */
async function packagePreview(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'preview-package-'));
  try {
    await bundlePreview(folder, version);
    mkdirSync(PACKED, { recursive: true });
    execFileSync('npm', ['pack', folder, '--pack-destination', PACKED], { stdio: 'inherit' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

void packagePreview();
