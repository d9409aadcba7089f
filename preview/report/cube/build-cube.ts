import { Key, PackedCube } from './cube';
import { CubePlan, dimensionId } from './cube-plan';
import { packed } from './numbers';
import { Database, quoteIdentifier } from '../../query/database';
import { Dimension } from '../metadata';
import { queryColumns, queryRows, Value } from '../query-rows';

const DAY_MS = 86_400_000;

/** Merges the rows of the plan's view. */
export async function buildCube(database: Database, plan: CubePlan): Promise<PackedCube> {
  const { day, dimensions, conditions, parts } = plan;
  const view = quoteIdentifier(plan.view);
  const groups = [...day === undefined ? [] : [day], ...dimensions.map(({ key }) => key.sql), ...conditions.map((sql) => `coalesce(${sql}, false)`)];
  const places = groups.map((_, index) => index + 1).join(', ');
  const columns = await queryColumns(database, `SELECT ${[...groups, ...parts.map(({ sql }) => sql), 'count(*)'].join(', ')} FROM ${view}`
    + (groups.length > 0 ? ` GROUP BY ${places} ORDER BY ${places}` : ''));
  const size = columns[columns.length - 1]?.length ?? 0;
  let next = 0;
  const column = () => columns[next++] ?? [];
  const days = day === undefined ? undefined : packed(column().map((value) => Math.floor(number(value)! / DAY_MS)));
  const packedDimensions: PackedCube['dimensions'][0][] = [];
  for (const dimension of dimensions) packedDimensions.push(packedDimension(dimension, column(), await labels(database, view, dimension)));
  const packedConditions = conditions.map((sql) => ({ sql, met: packed(column().map(number)) }));
  const numbers = new Map(parts.map(({ sql }) => [sql, column().map(number)]));
  return {
    size,
    days,
    dimensions: packedDimensions,
    conditions: packedConditions,
    parts: parts.map(({ sql, above }) => {
      const lower = above === undefined ? undefined : numbers.get(above)!;
      return { sql, above, numbers: packed(lower ? numbers.get(sql)!.map((value, index) => value! - lower[index]!) : numbers.get(sql)!) };
    }),
  };
}

interface Label {
  readonly text: string | null;
  readonly order: number | null;
}

/** The newest label of each key. */
async function labels(database: Database, view: string, { key, label, labelOrder }: Dimension): Promise<ReadonlyMap<Value, Label> | undefined> {
  if (!label) return undefined;
  const rows = await queryRows(database, `SELECT ${key.sql}, ${label.sql}, ${labelOrder?.sql ?? 'NULL'} FROM ${view} GROUP BY 1`);
  return new Map(rows.map(([value, text, order]) => [value, { text: text === null ? null : String(text), order: number(order) }]));
}

function packedDimension(dimension: Dimension, values: readonly Value[], labelOf?: ReadonlyMap<Value, Label>): PackedCube['dimensions'][0] {
  const keys = [...new Set(values)].filter((value): value is Key => value !== null).sort((a, b) => (a < b ? -1 : 1));
  const codes = new Map<Value, number>(keys.map((key, code) => [key, code]));
  return {
    id: dimensionId(dimension),
    codes: packed(values.map((value) => codes.get(value) ?? -1)),
    keys,
    ...labelOf && { labels: keys.map((key) => labelOf.get(key)!.text), labelOrders: keys.map((key) => labelOf.get(key)!.order) },
  };
}

/** An instant in milliseconds, a flag as 1. */
function number(value: Value): number | null {
  return value === null ? null : typeof value === 'string' ? Date.parse(value) : Number(value);
}
