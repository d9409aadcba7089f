import { InputError } from '../input-error';
import { GlueTable } from './glue-table';

/** The folder of an object, relative to the table's location. */
export function partitionFolder(table: GlueTable, key: string): string {
  return key.slice(table.prefix.length, key.lastIndexOf('/') + 1);
}

/**
 * Whether a query finds the objects of a folder. The folder must have a part `key=value` for each partition key, in order. With
 * partition projection, the values must also lie in the declared ranges.
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
      + 'Athena needs a type and a range. The preview supports integer (FROM,TO) and enum.');
  }
  // Athena computes the name of the folder from the number. Without `digits`, that is 5 and never 05.
  const number = Number(value);
  const written = String(number).padStart(Number(property('digits') ?? 1), '0');
  const onInterval = (number - Number(range[1])) % Number(property('interval') ?? 1) === 0;
  return written === value && number >= Number(range[1]) && number <= Number(range[2]) && onInterval;
}
