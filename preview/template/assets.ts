import { existsSync } from 'fs';
import { basename, dirname, resolve } from 'path';
import { InputError } from '../input-error';
import { readJsonObject } from './read-json';

interface AssetManifest {
  readonly files?: Record<string, {
    readonly source: { readonly path?: string };
    readonly destinations: Record<string, { readonly objectKey: string }>;
  }>;
}

/** The local files of the assets that a deployment would upload, by object key. */
export class Assets {
  public static besideTemplate(templateFile: string): Assets {
    const manifestFile = resolve(dirname(templateFile), `${basename(templateFile).replace(/(\.template)?\.json$/, '')}.assets.json`);
    const paths = new Map<string, string>();
    if (existsSync(manifestFile)) {
      const manifest = readJsonObject<AssetManifest>(manifestFile, 'asset manifest');
      for (const { source, destinations } of Object.values(manifest.files ?? {})) {
        for (const { objectKey } of Object.values(destinations)) {
          if (source.path) paths.set(objectKey, resolve(dirname(manifestFile), source.path));
        }
      }
    }
    return new Assets(manifestFile, paths);
  }

  private constructor(private readonly manifestFile: string, private readonly paths: ReadonlyMap<string, string>) {}

  /** The local file or folder for an object key, or for a URL that ends with one. */
  public path(keyOrUrl: string): string {
    for (const [objectKey, path] of this.paths) {
      if ((keyOrUrl === objectKey || keyOrUrl.endsWith(`/${objectKey}`)) && existsSync(path)) return path;
    }
    throw new InputError(`asset ${keyOrUrl} is not listed in ${this.manifestFile}, or its file is missing. `
      + 'Give the template where `cdk synth` wrote it, with the assets beside it.');
  }
}
