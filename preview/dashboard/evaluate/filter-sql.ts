import { Database, quoteText } from '../../query/database';
import { Bound, CategoryFilter, Definition, Filter, NullOption, TimeRangeFilter, Visual } from '../definition';
import { DataSetScope } from './data-set-scope';
import { ParameterValues, rollingDate, timestamp } from './parameter-values';
import { truncated } from '../expressions/functions';

/** The filters that act on a visual of a sheet. */
export function filtersOf({ filterGroups }: Definition, sheetId: string, { id, values, dimensions }: Visual): Filter[] {
  const [field] = [...dimensions.map((dimension) => dimension.field), ...values];
  return filterGroups
    .filter(({ sheets }) => sheets.has(sheetId) && (sheets.get(sheetId)?.has(id) ?? true))
    .flatMap(({ filters }) => filters)
    .filter(({ column }) => column.dataSet === field.column.dataSet);
}

/** Translates filters to conditions in SQL, with the values of parameters. */
export class FilterSql {
  constructor(private readonly database: Database, private readonly definition: Definition, private readonly parameters: ParameterValues) {}

  public async condition(filter: Filter, scope: DataSetScope): Promise<string> {
    const column = scope.row(filter.column);
    const met = filter.kind === 'timeRange' ? await this.timeRange(filter, column, scope.clock) : this.category(filter, column);
    return withNulls(met, column, filter.nulls);
  }

  /** Both sides are cut to the granularity of the filter. With days, the last day is included as a whole. */
  private async timeRange({ granularity, minimum, maximum }: TimeRangeFilter, column: string, clock: Date): Promise<string[]> {
    const unit = (sql: string) => truncated(granularity.toLowerCase(), sql, this.definition.weekStart);
    const compare = async (bound: Bound | undefined, operator: string) => bound === undefined ? []
      : [`${unit(column)} ${operator}${bound.included ? '=' : ''} ${unit(timestamp(await this.instant(bound, clock)))}`];
    return [...await compare(minimum, '>'), ...await compare(maximum, '<')];
  }

  private async instant({ value, path }: Bound, clock: Date): Promise<string> {
    if ('expression' in value) return rollingDate(this.database, this.definition, value.expression, path, clock);
    const chosen = this.parameters.get(value.parameter)!;
    return chosen.type === 'time' ? chosen.instant : chosen.texts[0];
  }

  private category({ values, excludes }: CategoryFilter, column: string): string[] {
    const texts = values === undefined ? [] : 'parameter' in values ? this.texts(values.parameter) : values;
    // If nothing is chosen, all values are shown.
    if (texts.length === 0) return [];
    return [`CAST(${column} AS VARCHAR) ${excludes ? 'NOT IN' : 'IN'} (${texts.map(quoteText).join(', ')})`];
  }

  private texts(parameter: string): readonly string[] {
    const value = this.parameters.get(parameter)!;
    return value.type === 'text' ? value.texts : [value.instant];
  }
}

function withNulls(met: readonly string[], column: string, nulls: NullOption): string {
  if (nulls === 'NULLS_ONLY') return `${column} IS NULL`;
  if (nulls === 'NON_NULLS_ONLY') return [...met, `${column} IS NOT NULL`].join(' AND ');
  return met.length === 0 ? 'true' : `(${met.join(' AND ')} OR ${column} IS NULL)`;
}
