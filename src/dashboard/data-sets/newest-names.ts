import { API_KEYS_TABLE } from '../../directory/tables/api-keys-table';
import { APIS_TABLE } from '../../directory/tables/apis-table';
import { USAGE_PLANS_TABLE } from '../../directory/tables/usage-plans-table';
import { Dimension } from '../../query/dimensions';
import { sqlText } from '../../query/sql/sql-text';

/** The table of the directory that has the names of a dimension's keys. */
const TABLES: Readonly<Record<string, { readonly name: string }>> = {
  customer: API_KEYS_TABLE, usage_plan: USAGE_PLANS_TABLE, api: APIS_TABLE, api_key: API_KEYS_TABLE,
};

/** A dimension whose key is an id and whose label is a name. */
export interface NamedDimension extends Dimension {
  readonly label: NonNullable<Dimension['label']>;
}

export function isNamed(dimension: Dimension): dimension is NamedDimension {
  return dimension.label !== undefined && dimension.name in TABLES;
}

/**
 * One name for each id, the present one of the directory, so that a renamed customer stays one customer. Where two ids have one
 * name, the id follows it. It reads the directory alone: a window over requests would keep a filter from reaching the files.
 */
export function newestNameJoin({ name, key: { column: id }, label: { column: text } }: NamedDimension, database: string): string {
  return `LEFT JOIN (
  SELECT ${id} AS present_${id}, CASE WHEN count(*) OVER (PARTITION BY ${text}) > 1 THEN ${text} || ' (' || ${id} || ')' ELSE ${text} END AS present_${text}
  FROM (SELECT ${id}, max(${text}) AS ${text} FROM "${database}"."${TABLES[name].name}" WHERE ${id} IS NOT NULL GROUP BY ${id}) AS named
) AS present_${name} ON present_${id} = ${id}`;
}

export function newestName({ key, label, none }: NamedDimension): string {
  return `coalesce(present_${label.column}, ${label.column}, ${key.column}, ${sqlText(none)})`;
}
