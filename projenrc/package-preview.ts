import { mkdirSync } from 'fs';
import { version } from '../package.json';
import { bundlePreview } from './bundling/bundle-preview';

mkdirSync('dist/js', { recursive: true });
void bundlePreview('dist/preview', version);
