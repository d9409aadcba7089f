import { Resource } from '../template/resource';

/** Templates have no dates, and the output of the preview must not depend on the clock. */
export const CREATED = '2026-01-01T00:00:00Z';

/** Tags in the form in which API Gateway lists them. */
export function tags(resource: Resource): Record<string, string> | undefined {
  const list = resource.property<{ Key: string; Value: string }[]>('Tags');
  return list && Object.fromEntries(list.map(({ Key, Value }) => [Key, Value]));
}

/** The fields with the names of the API: `burstLimit` for CloudFormation's `BurstLimit`. */
export function camelCase(value: unknown): Record<string, unknown> | undefined {
  return value ? Object.fromEntries(Object.entries(value).map(([name, each]) => [name[0].toLowerCase() + name.slice(1), each])) : undefined;
}

/** Groups values by their owner. */
export function group<T>(pairs: readonly (readonly [string, T])[]): Record<string, T[]> {
  // Without a prototype, because an owner's id may be the name of an inherited property.
  const groups = Object.create(null) as Record<string, T[]>;
  for (const [key, value] of pairs) (groups[key] ??= []).push(value);
  return groups;
}
