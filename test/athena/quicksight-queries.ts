import { Combination } from './combination';
import { pipelineTemplate } from './pipelines';
import { App } from '../../preview/template/app';
import { DAY } from '../../preview/traffic/traffic-options';
import { QuickSightPrincipal } from '../../src';

interface QuickSightQuery {
  readonly name: string;
  readonly sql: string;
  /** The days of its dates. */
  readonly days: number;
}

const DAYS = 7;

/** How QuickSight may write a condition on a column of time, from an instant and before another. */
const SHAPES: Readonly<Record<string, (column: string, from?: string, before?: string) => string>> = {
  'timestamp literals': (column, from, before) => conditions(column, from && `TIMESTAMP '${from}'`, before && `TIMESTAMP '${before}'`),
  'casts of text': (column, from, before) => conditions(column, from && `CAST('${from}' AS timestamp)`, before && `CAST('${before}' AS timestamp)`),
  'the truncated column': (column, from, before) =>
    conditions(`date_trunc('day', ${column})`, from && `TIMESTAMP '${from}'`, before && `TIMESTAMP '${before}'`),
};

function conditions(column: string, from?: string, before?: string): string {
  return [...from ? [`${column} >= ${from}`] : [], ...before ? [`${column} < ${before}`] : []].join(' AND ');
}

/** The statements of the data sets of a dashboard over a combination, by the ends of their ids. */
function dataSets({ format, catalog }: Combination): Map<string, string> {
  const template = pipelineTemplate(format, catalog, { dashboard: { readers: [QuickSightPrincipal.group('owners')] } });
  return new Map(new App([template]).resources('AWS::QuickSight::DataSet').map((dataSet) => {
    const [table] = Object.values(dataSet.property<Record<string, { readonly CustomSql: { readonly Name: string; readonly SqlQuery: string } }>>('PhysicalTableMap')!);
    return [table.CustomSql.Name, table.CustomSql.SqlQuery];
  }));
}

/**
 * A week of rows of requests, as a visual may ask for it: with the three filters of the date controls. For one combination of
 * each format, one of each catalog.
 */
export function filteredRows(combination: Combination, end: Date): QuickSightQuery[] {
  if ((combination.format === 'JSON') !== (combination.catalog === 'crawled')) return [];
  const midnight = Math.floor(end.getTime() / DAY) * DAY;
  const [from, before] = [midnight - (DAYS - 1) * DAY, midnight + DAY].map((instant) => `${new Date(instant).toISOString().slice(0, 10)} 00:00:00`);
  const statements = dataSets(combination);
  return [['usage_daily', '"Day (UTC)"'], ['requests', 'requested_at']].flatMap(([dataSet, time]) => Object.entries(SHAPES).map(([shape, where]) => ({
    name: `${dataSet}, ${shape}`,
    days: DAYS,
    sql: `SELECT "Customer", sum(request_count) AS requests FROM (${statements.get(dataSet)}) AS data_set
WHERE ${where(time, from, before)} AND ${where('partition_to', from)} AND ${where('partition_from', undefined, before)}
GROUP BY "Customer" ORDER BY "Customer"`,
  })));
}

/** The data sets that are no rows of a view. */
export function answersOf(combination: Combination): Pick<QuickSightQuery, 'name' | 'sql'>[] {
  return [...dataSets(combination)].filter(([name]) => !/^(requests|usage_daily)(_[0-9a-f]{8})?$/.test(name))
    .map(([name, sql]) => ({ name, sql: `SELECT * FROM (${sql}) AS data_set` }));
}
