import { InputError } from '../../input-error';
import { AggregatedColumn, PlacedDimension, Sort, Visual, WeekDay } from '../definition';
import { DataSetScope } from './data-set-scope';
import { truncated } from '../expressions/functions';

/** A dimension of a visual, in SQL. */
interface Axis {
  readonly dimension: PlacedDimension;
  /** The value of a row. */
  readonly row: string;
  /** The column of the value and of its place, in quotes. */
  readonly key: string;
  readonly place: string;
  /** The axes that it nests in. */
  readonly parents: readonly Axis[];
}

export interface Source {
  /** The rows that the filters leave. */
  readonly rows: string;
  readonly weekStart: WeekDay;
  /** The columns and calculated fields of the data set. `grouped` has the SQL of the fields that the visual groups by. */
  scope(grouped: ReadonlyMap<string, string>): DataSetScope;
}

/** Writes the statements that answer a visual: one for its groups, and one for each kind of total. */
export class VisualStatement {
  private readonly axes: Axis[] = [];

  constructor(private readonly visual: Visual, private readonly source: Source) {
    const scope = source.scope(new Map());
    visual.dimensions.forEach((dimension, index) => {
      const { column, granularity } = dimension.field;
      const sql = scope.row(column);
      this.axes.push({
        dimension,
        row: granularity === undefined ? sql : truncated(granularity.toLowerCase(), `CAST(${sql} AS TIMESTAMP)`, source.weekStart),
        key: `"dimension ${index}"`,
        place: `"place ${index}"`,
        parents: visual.kind === 'pivot' ? this.axes.filter((axis) => axis.dimension.role === dimension.role) : [],
      });
    });
  }

  /** The rows of a table that does not aggregate. */
  public unaggregated(): string {
    const scope = this.source.scope(new Map());
    const columns = this.visual.values.map(({ column }) => scope.row(column));
    const order = this.visual.rowSort.map(({ by, descending, path }) => {
      const field = typeof by === 'string' ? this.field(by, path) : by;
      return direction(scope.row(field.column), descending);
    });
    return `SELECT ${columns.join(', ')} FROM (${this.source.rows})${order.length > 0 ? ` ORDER BY ${order.join(', ')}` : ''}`;
  }

  /** A row for each group of some of the dimensions: its keys, whether they stand for all others, their places, and its values. */
  public grouped(dimensions: readonly number[]): string {
    const axes = dimensions.map((index) => this.axes[index]);
    const scope = this.source.scope(new Map(axes.map((axis) => [axis.dimension.field.column.name, shownKey(axis)])));
    const extra = this.visual.kind === 'table' ? this.visual.rowSort : [];
    const columns = [
      ...axes.flatMap((axis) => [`${shownKey(axis)} AS ${axis.key}`, `${isRest(axis)} AS "rest of ${axis.key.slice(1)}`, `${shownPlace(axis)} AS ${axis.place}`]),
      ...this.visual.values.map((field, index) => `${scope.group(field)} AS "value ${index}"`),
      ...extra.map((sort, index) => `${this.sorted(sort, scope)} AS "sort ${index}"`),
    ];
    const groups = axes.flatMap((_, index) => [3 * index + 1, 3 * index + 2, 3 * index + 3]);
    const leftOut = axes.filter(({ dimension: { limit } }) => limit && !limit.others).map(({ key }) => `NOT "rest of ${key.slice(1)}`);
    const order = [...extra.map(({ descending }, index) => direction(`"sort ${index}"`, descending)), ...axes.map(({ place }) => place)];
    const shown = [...axes.flatMap(({ key, place }) => [key, `"rest of ${key.slice(1)}`, place]), ...this.visual.values.map((_, index) => `"value ${index}"`)];
    return `WITH ${this.placedRows()},
answer AS (SELECT ${columns.join(', ')} FROM placed${groups.length > 0 ? ` GROUP BY ${groups.join(', ')}` : ''})
SELECT ${shown.join(', ')} FROM answer${leftOut.length > 0 ? ` WHERE ${leftOut.join(' AND ')}` : ''}${order.length > 0 ? ` ORDER BY ${order.join(', ')}` : ''}`;
  }

  /** The rows, with the place of each value among the others of its dimension. */
  private placedRows(): string {
    const keys = this.axes.map(({ row, key }) => `${row} AS ${key}`);
    const places = this.axes.map((axis, index) => `places_${index} AS (${this.places(axis)})`);
    const joins = this.axes.map((axis, index) => ` JOIN places_${index} ON ${[...axis.parents, axis].map(({ key }) => `places_${index}.${key} IS NOT DISTINCT FROM keyed.${key}`).join(' AND ')}`);
    return [
      `keyed AS (SELECT ${['*', ...keys].join(', ')} FROM (${this.source.rows}))`,
      ...places,
      `placed AS (SELECT ${['keyed.*', ...this.axes.map(({ place }, index) => `places_${index}.${place}`)].join(', ')} FROM keyed${joins.join('')})`,
    ].join(',\n');
  }

  private places(axis: Axis): string {
    const { dimension: { sort, field }, key, place, parents } = axis;
    const isOwn = sort === undefined || sort.by === field.id;
    const grouped = [...parents, axis];
    const sorted = isOwn ? key : this.measure(sort, this.source.scope(new Map(grouped.map((each) => [each.dimension.field.column.name, each.key]))));
    const keys = grouped.map((each) => each.key);
    const window = `${parents.length > 0 ? `PARTITION BY ${parents.map((each) => each.key).join(', ')} ` : ''}ORDER BY ${direction('sorted', sort?.descending ?? false)}, ${key} NULLS LAST`;
    return `SELECT ${keys.join(', ')}, row_number() OVER (${window}) AS ${place} FROM (SELECT ${[...keys, `${sorted} AS sorted`].join(', ')} FROM keyed GROUP BY ${keys.map((_, index) => index + 1).join(', ')})`;
  }

  /** The dimension or measure by which the rows of a table are sorted. */
  private sorted(sort: Sort, scope: DataSetScope): string {
    const axis = this.axes.find(({ dimension }) => dimension.field.id === sort.by);
    return axis ? shownKey(axis) : this.measure(sort, scope);
  }

  private measure({ by, path }: Sort, scope: DataSetScope): string {
    return scope.group(typeof by === 'string' ? this.field(by, path) : by);
  }

  private field(id: string, path: string): AggregatedColumn {
    const found = this.visual.values.find((field) => field.id === id);
    if (!found) throw new InputError(`${path}.FieldId is ${id}, which is no measure of the visual ${this.visual.id}.`);
    return found;
  }
}

function isRest({ dimension: { limit }, place }: Axis): string {
  return limit === undefined ? 'false' : `(${place} > ${limit.items})`;
}

function shownKey(axis: Axis): string {
  return axis.dimension.limit === undefined ? axis.key : `CASE WHEN NOT ${isRest(axis)} THEN ${axis.key} END`;
}

function shownPlace({ dimension: { limit }, place }: Axis): string {
  return limit === undefined ? place : `least(${place}, ${limit.items + 1})`;
}

function direction(sql: string, descending: boolean): string {
  return `${sql} ${descending ? 'DESC' : 'ASC'} NULLS LAST`;
}
