import { readFileSync } from 'fs';
import { join } from 'path';
import { gunzipSync } from 'zlib';

export interface Docs {
  readonly summary?: string;
  readonly default?: string;
  readonly example?: string;
  readonly see?: string;
}

export interface Member {
  readonly name?: string;
  readonly optional?: boolean;
  readonly docs?: Docs;
}

/** A type of a jsii assembly, as far as the tests read it. */
export interface Type extends Required<Pick<Member, 'name'>> {
  readonly kind: 'class' | 'interface' | 'enum';
  readonly datatype?: boolean;
  readonly docs?: Docs;
  readonly properties?: readonly Member[];
  readonly methods?: readonly Member[];
}

/** The types that a package shows to other languages. */
export function typesOf(packageFolder: string): Type[] {
  const assembly = JSON.parse(readAssembly(packageFolder, '.jsii')) as { types: Record<string, Type> };
  return Object.values(assembly.types);
}

/** A large assembly is compressed, in a file that .jsii names. */
function readAssembly(packageFolder: string, name: string): string {
  const bytes = readFileSync(join(packageFolder, name));
  const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const { schema, filename } = JSON.parse(text) as { schema: string; filename?: string };
  return schema === 'jsii/file-redirect' && filename ? readAssembly(packageFolder, filename) : text;
}
