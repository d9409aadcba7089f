import { ResolvedRole, ResolvedVisual, ViewPart } from './resolved-visual';
import { parentRole } from './visual';
import { Dimension, NamedSql } from '../dimensions';
import { formulaSql } from '../measures/measure-sql';
import { inPeriod, Period, periodLine } from '../period';
import { sqlText } from '../sql/sql-text';
import { withinPartitions } from '../views/partition-bounds';

/** The statement that answers a visual with dimensions. Each step reads the one before it, and is left out if it adds nothing. */
export function visualSql(visual: ResolvedVisual, period: Period): string {
  const roles = visual.roles.map((role) => shownRole(visual, role));
  const ranked = visual.roles.filter(({ order }) => order === 'measure');
  const totals = groupsOneDimension(visual) ? [] : [
    ...visual.roles.flatMap(({ dimension }) => newestLabel(dimension)), ...ranked.map((role) => roleTotal(visual, role)),
  ];
  const steps = [`${periodLine(period)}\ngrouped AS (\n${groupedSql(visual)}\n)`];
  let source = 'grouped';
  const add = (name: string, sql: string) => {
    steps.push(`${name} AS (\n${sql}\n)`);
    source = name;
  };
  const addColumns = (name: string, columns: readonly string[]) => {
    if (columns.length > 0) add(name, `  SELECT *${list(columns)}\n  FROM ${source}`);
  };
  addColumns('counted', [...totals, ...sharedParts(visual).map((part) => `sum(${part}) OVER () AS all_${part}`)]);
  addColumns('placed', ranked.map((role) => place(visual, role)));
  if (mergesGroups(visual)) add('shown', shownSql(visual, roles, source));
  return `${steps.join(',\n')}\n${answerSql(visual, roles, source)}`;
}

/** Whether every group is of one key, so that its sums and its name are those of the key. */
function groupsOneDimension(visual: ResolvedVisual): boolean {
  return groupedBy(visual).length === 1;
}

/** Whether a row of the answer can be several groups together. */
function mergesGroups({ roles, counted }: ResolvedVisual): boolean {
  return roles.some(isMerged) || counted.length > 0;
}

export function selected({ column, sql }: NamedSql): string {
  return sql === column ? column : `${sql} AS ${column}`;
}

function list(columns: readonly string[]): string {
  return columns.map((column) => `,\n    ${column}`).join('');
}

/** The parts of the measures, each once. */
export function distinctParts({ measures, rankBy }: Pick<ResolvedVisual, 'measures' | 'rankBy'>): ViewPart[] {
  return [...new Map([...measures, rankBy].flatMap(({ parts }) => parts).map((part) => [part.column, part])).values()];
}

/** Every dimension that rows are grouped by, each once. */
export function groupedBy({ roles, counted }: Pick<ResolvedVisual, 'roles' | 'counted'>): Dimension[] {
  return [...new Map([...roles.map(({ dimension }) => dimension), ...counted].map((dimension) => [dimension.name, dimension])).values()];
}

function groupedSql(visual: ResolvedVisual): string {
  const dimensions = groupedBy(visual);
  const columns = [
    ...dimensions.map(({ key }) => key),
    ...dimensions.flatMap(({ label, labelOrder }) => label && labelOrder ? [label, ...groupsOneDimension(visual) ? [] : [labelOrder]] : []),
    ...distinctParts(visual),
  ].map(selected);
  const conditions = [
    inPeriod(visual.time), withinPartitions('period_start', 'period_end'), ...visual.where,
  ];
  return `  SELECT ${columns.join(',\n    ')}
  FROM "${visual.view.name}" CROSS JOIN period
  WHERE ${conditions.join('\n  AND ')}
  GROUP BY ${dimensions.map((_, index) => index + 1).join(', ')}`;
}

/** One label for a key, the newest, in every group. */
function newestLabel({ name, key, label, labelOrder }: Dimension): string[] {
  if (!label || !labelOrder) return [];
  return [`first_value(${label.column}) OVER (PARTITION BY ${key.column} ORDER BY ${labelOrder.column} DESC NULLS LAST, ${label.column}) AS ${name}_label`];
}

function parentOf({ role }: ResolvedRole, roles: readonly ResolvedRole[]): ResolvedRole[] {
  return roles.filter((candidate) => candidate.role === parentRole(role));
}

function nestedIn({ roles }: ResolvedVisual, role: ResolvedRole): string[] {
  return parentOf(role, roles).map(({ dimension }) => dimension.key.column);
}

/** Whether the values beyond the limit are shown together. */
function isMerged({ limit, rest }: ResolvedRole): boolean {
  return limit !== undefined && rest !== undefined;
}

function partitionBy(columns: readonly string[]): string {
  return columns.length === 0 ? '' : `PARTITION BY ${columns.join(', ')}`;
}

function rankedBy({ rankBy }: ResolvedVisual): string {
  return rankBy.parts.map(({ column }) => column).join(' + ');
}

function roleTotal(visual: ResolvedVisual, role: ResolvedRole): string {
  const { dimension } = role;
  return `sum(${rankedBy(visual)}) OVER (${partitionBy([...nestedIn(visual, role), dimension.key.column])}) AS ${dimension.name}_total`;
}

/** The parts whose sum over everything a measure needs. */
function sharedParts({ measures }: ResolvedVisual): string[] {
  return [...new Set(measures.flatMap(({ formula }) => formula.kind === 'share' ? formula.columns : []))];
}

function place(visual: ResolvedVisual, role: ResolvedRole): string {
  const { name, key } = role.dimension;
  const order = `ORDER BY ${groupsOneDimension(visual) ? rankedBy(visual) : `${name}_total`} DESC, ${key.column} NULLS LAST`;
  return `dense_rank() OVER (${[partitionBy(nestedIn(visual, role)), order].filter((clause) => clause !== '').join(' ')}) AS ${name}_place`;
}

/** A column of the answer, or of what orders it. */
interface Shown extends NamedSql {
  readonly answered: boolean;
}

/** The part of the statement that a role contributes: columns of the answer, columns that order it, and a limit. */
interface ShownRole {
  readonly columns: readonly Shown[];
  readonly orderBy: string;
  readonly where?: string;
}

function shownRole(visual: ResolvedVisual, role: ResolvedRole): ShownRole {
  const { dimension, limit, rest, order } = role;
  const { name, key, label, text } = dimension;
  const none = sqlText(dimension.none);
  // Within the rest of the parent, everything belongs to the rest.
  const beyond = [role, ...parentOf(role, visual.roles)].filter(isMerged).map((each) => `${each.dimension.name}_place > ${each.limit}`).join(' OR ');
  const limited = (value: string, other: string) => isMerged(role) ? `CASE WHEN ${beyond} THEN ${other} ELSE ${value} END` : value;
  const value = label ? `CASE WHEN ${key.column} IS NULL THEN ${none} ELSE coalesce(${groupsOneDimension(visual) ? label.column : `${name}_label`}, ${key.column}) END`
    : text ? `coalesce(${key.column}, ${none})` : key.column;
  const column = (label ?? key).column;
  const position = mergesGroups(visual) ? `${name}_position` : `${name}_place`;
  return {
    columns: [
      ...order === 'measure' ? [{ column: position, sql: limited(`${name}_place`, String(limit! + 1)), answered: false }] : [],
      ...label ? [{ column: key.column, sql: limited(key.column, 'NULL'), answered: true }] : [],
      { column, sql: limited(value, rest === undefined ? 'NULL' : sqlText(rest)), answered: true },
    ],
    orderBy: order === 'measure' ? position : `${column} NULLS LAST`,
    where: limit !== undefined && rest === undefined ? `${name}_place <= ${limit}` : undefined,
  };
}

function mergedPart({ column, merge }: ViewPart): NamedSql {
  return { column, sql: merge === 'sum' ? `CAST(sum(${column}) AS bigint)` : `${merge}(${column})` };
}

function shownSql(visual: ResolvedVisual, roles: readonly ShownRole[], source: string): string {
  const groups = roles.flatMap(({ columns }) => columns);
  const columns: NamedSql[] = [
    ...groups,
    ...distinctParts(visual).map(mergedPart),
    ...sharedParts(visual).map((part) => ({ column: `all_${part}`, sql: `max(all_${part})` })),
    ...visual.counted.map(({ name, key }) => ({ column: `${name}_count`, sql: `count(DISTINCT ${key.column})` })),
  ];
  return [
    `  SELECT ${columns.map(selected).join(',\n    ')}`,
    `  FROM ${source}`,
    ...limits(roles).map((clause) => `  ${clause}`),
    `  GROUP BY ${groups.map((_, index) => index + 1).join(', ')}`,
  ].join('\n');
}

/** Leaves out what is beyond the limits. */
function limits(roles: readonly ShownRole[]): string[] {
  const where = roles.flatMap((role) => role.where ?? []);
  return where.length > 0 ? [`WHERE ${where.join(' AND ')}`] : [];
}

function answerSql(visual: ResolvedVisual, roles: readonly ShownRole[], source: string): string {
  const measures = visual.measures.map(({ id, formula }) => selected({
    column: id,
    sql: formulaSql(formula, { total: (part) => `all_${part}`, distinct: (dimension) => `${dimension}_count` }),
  }));
  const answered = roles.flatMap((role) => role.columns).filter((column) => column.answered);
  // Merged groups are limited and named already.
  const merged = mergesGroups(visual);
  const columns = answered.map((shown) => merged ? shown.column : selected(shown));
  return [
    `SELECT ${[...columns, ...measures].join(',\n  ')}`,
    `FROM ${source}`,
    ...merged ? [] : limits(roles),
    `ORDER BY ${roles.map(({ orderBy }) => orderBy).join(', ')}`,
  ].join('\n');
}
