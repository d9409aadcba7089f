import { ResolvedVisual } from './resolved-visual';
import { distinctParts, selected } from './visual-sql';
import { formulaSql } from '../measures/measure-sql';
import { inPeriod, MONTH_BEFORE, Period, periodLine } from '../period';
import { withinPartitions } from '../views/partition-bounds';

/** The column of a measure in the period before. */
export function beforeColumn(measure: string): string {
  return `${measure}_before`;
}

/** The statement of a visual without dimensions: each measure in the period, and on the same days one month before. */
export function comparisonSql(visual: ResolvedVisual, period: Period): string {
  const { view, time, where, counted, measures } = visual;
  const columns = [
    ...distinctParts(visual),
    ...counted.map(({ name, key }) => ({ column: `${name}_count`, sql: `count(DISTINCT ${key.sql})` })),
  ];
  const values = measures.map(({ id, formula }) => selected({
    column: id,
    sql: formulaSql(formula, { total: (part) => part, distinct: (dimension) => `${dimension}_count` }),
  }));
  const conditions = [
    inPeriod(time, true),
    withinPartitions('before_start', 'period_end'),
    ...where,
  ];
  const shown = measures.flatMap(({ id }) => [
    `max(${id}) FILTER (WHERE is_current) AS ${id}`, `max(${id}) FILTER (WHERE NOT is_current) AS ${beforeColumn(id)}`,
  ]);
  return `${periodLine(period, MONTH_BEFORE)}
merged AS (
  SELECT ${time} >= period_start AS is_current,
    ${columns.map(selected).join(',\n    ')}
  FROM "${view.name}" CROSS JOIN period
  WHERE ${conditions.join('\n  AND ')}
  GROUP BY 1
),
compared AS (
  SELECT is_current,
    ${values.join(',\n    ')}
  FROM merged
)
SELECT ${shown.join(',\n  ')}
FROM compared`;
}
