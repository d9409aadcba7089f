import { bundleFunctions } from './bundling/bundle-functions';

void bundleFunctions();
