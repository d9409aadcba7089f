import { createHash } from 'crypto';
import { DataSetColumn, TYPE_OF_FORMAT, TYPE_OF_KIND } from './column-types';
import { DataSet } from './data-set';
import { isNamed, newestName, newestNameJoin } from './newest-names';
import { Dimension, dimensionOf } from '../../query/dimensions';
import { sqlText } from '../../query/sql/sql-text';
import { NOW } from '../../query/views/clock';
import { withinPartitions } from '../../query/views/partition-bounds';
import { View } from '../../query/views/view';
import { ViewPart } from '../../query/visuals/resolved-visual';

/** What the controls of the dashboard select by, if a view has it. */
export const SELECTABLE = ['api', 'stage', 'usage_plan', 'customer', 'endpoint', 'status_class'] as const;

/** The columns by which a filter reaches the folders. */
export const [BOUND_BEFORE, BOUND_AFTER] = ['partition_from', 'partition_to'];
const BOUNDS = [BOUND_BEFORE, BOUND_AFTER];

/** The value of the column of a condition in the rows that meet it. */
export const MET = 'yes';

/** A column, and the SQL of its values. */
interface SelectedColumn extends DataSetColumn {
  readonly sql: string;
}

/** A name that differs from that of the measure Requests in more than its case. */
const REQUESTS = { column: 'requests', name: 'request_count' };

export interface ViewDataSetOptions {
  readonly identifier: string;
  readonly database: string;
  readonly view: View;
  /** Whether it has every column of the view, for authors, beside those that visuals use. */
  readonly whole: boolean;
  /** Whether `refresh` copies it into SPICE. */
  readonly copied: boolean;
  /** An instant in SQL; rows of earlier requests are left out. */
  readonly since?: string;
}

/**
 * The rows of a view, with a column for each dimension and each part that visuals use, by the names that people read. The
 * columns come with the visuals, and the statement is made when all are there.
 */
export class ViewDataSet implements DataSet {
  public readonly identifier: string;
  public readonly copied: boolean;
  public readonly view: View;
  /** The column that says when the requests of a row were made; absent if the rows are not about requests. */
  public readonly time?: string;
  private readonly used = new Map<string, SelectedColumn>();
  private readonly named = new Map<string, Dimension>();

  constructor(private readonly options: ViewDataSetOptions) {
    this.identifier = options.identifier;
    this.copied = options.copied;
    this.view = options.view;
    this.selectable.forEach((dimension) => this.dimension(dimension));
    BOUNDS.forEach((name) => this.column(name));
    const day = dimensionOf(options.view, 'day');
    this.time = (this.column('requested_at') ?? (day && this.dimension(day)))?.name;
  }

  /** The dimensions that the controls can select by. */
  public get selectable(): Dimension[] {
    return SELECTABLE.flatMap((name) => dimensionOf(this.view, name) ?? []);
  }

  /** The column of a dimension. A text stands for a missing value, so that a filter that excludes nulls keeps its rows. */
  public dimension(dimension: Dimension): DataSetColumn {
    const { title: name, key, none, text, format } = dimension;
    const type = text ? 'STRING' : dimension.name === 'hour_of_day' ? 'INTEGER' : TYPE_OF_FORMAT[format];
    if (isNamed(dimension)) this.named.set(dimension.name, dimension);
    const sql = isNamed(dimension) ? newestName(dimension) : text ? `coalesce(${key.sql}, ${sqlText(none)})` : key.sql;
    return this.use({ name, type, sql });
  }

  /** The column that has a part for each row. */
  public part({ column, row }: ViewPart): DataSetColumn {
    return this.use({ name: column === REQUESTS.column ? REQUESTS.name : column, type: 'INTEGER', sql: row });
  }

  /** A column of the view, under its own name unless another is given; undefined if the view lacks it. */
  public column(columnName: string, name = columnName): DataSetColumn | undefined {
    const column = this.view.columns.find((candidate) => candidate.name === columnName);
    return column && this.use({ name, type: TYPE_OF_KIND[column.kind], sql: columnName });
  }

  /** The column that says whether a row meets conditions, for a filter on the visuals that have them. */
  public condition(where: readonly string[]): DataSetColumn {
    return this.use({ name: conditionName(where), type: 'STRING', sql: `if(${where.map((sql) => `(${sql})`).join(' AND ')}, '${MET}', 'no')` });
  }

  public get columns(): DataSetColumn[] {
    return this.selected.map(({ name, type }) => ({ name, type }));
  }

  public get sql(): string {
    const { database, view, since } = this.options;
    const joins = [...this.named.values()].filter(isNamed).map((dimension) => newestNameJoin(dimension, database));
    return [
      `SELECT ${this.selected.map(({ name, sql }) => sql === name ? name : `${sql} AS "${name}"`).join(', ')}`,
      `FROM "${database}"."${view.name}"`,
      ...joins,
      ...since === undefined ? [] : [`WHERE ${withinPartitions(since, NOW)}`],
    ].join('\n');
  }

  /** What visuals use, and the other columns of the view. */
  private get selected(): SelectedColumn[] {
    const used = [...this.used.values()];
    const shown = new Set(used.map(({ sql }) => sql));
    const names = new Set(used.map(({ name }) => name.toLowerCase()));
    const others = this.options.whole ? this.view.columns.filter(({ name }) => !shown.has(name)) : [];
    return [...used, ...others.map(({ name, kind }) => ({ name: names.has(name) ? `${name} (column)` : name, type: TYPE_OF_KIND[kind], sql: name }))];
  }

  private use(column: SelectedColumn): SelectedColumn {
    const present = this.used.get(column.name) ?? column;
    this.used.set(column.name, present);
    return present;
  }
}

/** The text of the conditions, if it is plain enough for the name of a column: an author reads it among the others. */
function conditionName(where: readonly string[]): string {
  const condition = where.join(' AND ');
  return /^[\w ]{1,100}$/.test(condition) ? condition : `where_${createHash('sha256').update(condition).digest('hex').slice(0, 8)}`;
}
