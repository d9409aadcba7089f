import { InputError } from '../input-error';
import { GlueTable } from './glue-table';

/** The folder of an object, below the table's location. */
export function partitionFolder(table: GlueTable, key: string): string {
  return key.slice(table.prefix.length, key.lastIndexOf('/') + 1);
}

/**
 * Whether a query finds the objects of a folder. Projected: its values lie in the declared ranges. Crawled: it is named by the
 * partition keys, in their order, as the crawler requires.
 */
export function isPartition(table: GlueTable, folder: string): boolean {
  const values = folder.split('/').slice(0, -1).map((part) => /^([^=]+)=(.*)$/.exec(part));
  const named = values.length === table.partitionKeys.length && values.every((value, index) => value?.[1] === table.partitionKeys[index]);
  if (!named || table.parameters['projection.enabled'] !== 'true') return named;
  return values.every((value) => projects(table, value![1], value![2]));
}

function projects({ name: tableName, parameters }: GlueTable, key: string, value: string): boolean {
  const property = (name: string) => parameters[`projection.${key}.${name}`];
  const type = property('type');
  if (type === 'enum') return (property('values') ?? '').split(',').includes(value);
  const range = /^(\d+),(\d+)$/.exec(property('range') ?? '');
  if (type !== 'integer' || !range) {
    throw new InputError(`the Glue table ${tableName} projects ${key} as ${type ?? 'no type'} over ${property('range') ?? 'no range'}; `
      + 'Athena needs a type and a range, and the preview reads integer (FROM,TO) and enum.');
  }
  // Athena looks for the folder that it makes itself of the number: without `digits` that is 5, never 05.
  const number = Number(value);
  const written = String(number).padStart(Number(property('digits') ?? 1), '0');
  const onInterval = (number - Number(range[1])) % Number(property('interval') ?? 1) === 0;
  return written === value && number >= Number(range[1]) && number <= Number(range[2]) && onInterval;
}
