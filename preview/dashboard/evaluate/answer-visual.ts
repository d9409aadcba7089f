import { Database } from '../../query/database';
import { atInstant } from '../../query/dialect/clock';
import { queryRows } from '../../report/query-rows';
import { AnswerData, GroupData } from '../dashboard-data';
import { Definition, Visual } from '../definition';
import { DataSetScope } from './data-set-scope';
import { filtersOf, FilterSql } from './filter-sql';
import { ParameterValues } from './parameter-values';
import { VisualStatement } from './visual-statement';

/** Columns of each dimension: its key, whether that stands for others, and its place. */
const KEY_COLUMNS = 3;

/** The most rows of a table in the page. Charts and pivot tables are shown in full. */
const MOST_ROWS = 500;

/** A statement, and the dimensions that it groups by, as their places. */
export interface Statement {
  readonly dimensions: readonly number[];
  readonly sql: string;
}

/** Asks DuckDB what the visuals of a definition show. */
export class Answering {
  private readonly filters: FilterSql;

  constructor(
    private readonly database: Database,
    private readonly definition: Definition,
    private readonly parameters: ParameterValues,
    private readonly clock: Date,
  ) {
    this.filters = new FilterSql(database, definition, parameters);
  }

  /** The statements that answer a visual. */
  public async statements(sheetId: string, visual: Visual): Promise<Statement[]> {
    const [field] = [...visual.dimensions.map((dimension) => dimension.field), ...visual.values];
    const scope = (grouped: ReadonlyMap<string, string>) =>
      new DataSetScope(this.definition, field.column.dataSet, this.parameters, this.clock, grouped);
    const all = scope(new Map());
    const conditions: string[] = [];
    for (const filter of filtersOf(this.definition, sheetId, visual)) conditions.push(await this.filters.condition(filter, all));
    const rows = `SELECT * FROM (${all.rows(atInstant(all.dataSet.sql, this.clock))})${conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : ''}`;
    const statement = new VisualStatement(visual, { rows, weekStart: this.definition.weekStart, scope });
    if (!visual.aggregated) return [{ dimensions: [], sql: statement.unaggregated() }];
    return groupings(visual).map((dimensions) => ({ dimensions, sql: statement.grouped(dimensions) }));
  }

  public async answer({ kind }: Visual, { dimensions, sql }: Statement): Promise<AnswerData> {
    const rows = await queryRows(this.database, sql);
    const most = kind === 'table' ? MOST_ROWS : rows.length;
    const groups = rows.slice(0, most).map((row): GroupData => ({
      keys: dimensions.map((_, index) => row[KEY_COLUMNS * index]),
      rest: dimensions.flatMap((_, index) => row[KEY_COLUMNS * index + 1] === true ? [index] : []),
      places: dimensions.map((_, index) => Number(row[KEY_COLUMNS * index + 2])),
      values: row.slice(KEY_COLUMNS * dimensions.length),
    }));
    return rows.length > most ? { dimensions, groups, rows: rows.length } : { dimensions, groups };
  }

  /** The different values of a column, for a control. */
  public async values(dataSet: string, name: string, path: string): Promise<string[]> {
    const scope = new DataSetScope(this.definition, dataSet, this.parameters, this.clock);
    const column = scope.row({ dataSet, name, path });
    const rows = await queryRows(this.database, `SELECT DISTINCT CAST(${column} AS VARCHAR) AS value FROM (${scope.rows(atInstant(scope.dataSet.sql, this.clock))}) WHERE ${column} IS NOT NULL ORDER BY 1`);
    return rows.map(([value]) => String(value));
  }
}

/** The dimensions of each statement. The totals of a pivot table take a statement for each part of its rows, with and without its columns. */
function groupings({ kind, dimensions, totals }: Visual): number[][] {
  const all = dimensions.map((_, index) => index);
  if (kind === 'table') return totals.rows ? [all, []] : [all];
  // A ring shows its total, and the share of each slice.
  if (kind === 'pie') return [all, []];
  if (kind !== 'pivot') return [all];
  const rows = all.filter((index) => dimensions[index].role === 'row');
  const columns = all.filter((index) => dimensions[index].role === 'column');
  const groups = rows.map((_, index) => rows.slice(0, index + 1));
  return [[], ...groups].flatMap((some) => [[...some, ...columns], ...columns.length > 0 ? [some] : []]);
}
