import { View } from './view';

/** The requests of customers: all requests without those of internal API keys. */
export function requests(all: View): View {
  return {
    name: 'requests',
    comment: 'One row for each request of customers. Filter partition_from and partition_to beside requested_at, or all history is read.',
    columns: all.columns,
    sql: `SELECT ${all.columns.map(({ name }) => name).join(', ')}
FROM "${all.name}"
WHERE internal_key IS DISTINCT FROM true`,
  };
}
