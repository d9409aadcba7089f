import { dimensionOf } from '../dimensions';

/** For questions that have their own SQL: how to group each dimension that has ids and names. */
const NAMED = ['customer', 'usage_plan', 'api', 'api_key'] as const;

type Named = typeof NAMED[number];

function named(name: Named, time: string) {
  const columns = [`${name}_id`, `${name}_name`].map((column) => ({ name: column, kind: 'text' as const }));
  const { key, label, labelOrder } = dimensionOf({ columns: [...columns, { name: time, kind: 'timestamp' }] }, name)!;
  return { key, label: label!, labelOrder: labelOrder! };
}

/** The newest name within each group, with the time at which it was seen: columns of a SELECT with GROUP BY. */
export function groupedNames(time: 'requested_at' | 'last_requested_at', ...names: readonly Named[]): string {
  return names.flatMap((name) => {
    const { label, labelOrder } = named(name, time);
    return [label, labelOrder].map(({ column, sql }) => `${sql} AS ${column}`);
  }).join(',\n    ');
}

/** The newest name of an id in all groups, or the id if it has no name: a column of a SELECT over such groups. */
export function newestName(name: Named): string {
  const { key, label, labelOrder } = named(name, 'requested_at');
  return `coalesce(first_value(${label.column}) OVER (PARTITION BY ${key.column} ORDER BY ${labelOrder.column} DESC NULLS LAST, ${label.column}), `
    + `${key.column}) AS ${label.column}`;
}
