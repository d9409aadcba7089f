import { SQL_TYPES, TYPE_OF_FORMAT } from './column-types';
import { DataSet } from './data-set';
import { AnswerColumn } from '../../query/question';

/**
 * The most characters of a statement that QuickSight takes.
 * @see https://docs.aws.amazon.com/quicksight/latest/APIReference/API_CustomSql.html
 */
export const MAX_SQL_LENGTH = 65_536;

/** The answer of a question's own statement. Each column is cast to the type that the data set declares. */
export function answerDataSet(id: string, sql: string, answer: readonly AnswerColumn[], database: string, names: readonly string[]): DataSet {
  return {
    identifier: id,
    copied: true,
    columns: answer.map(({ label, format }) => ({ name: label, type: TYPE_OF_FORMAT[format] })),
    sql: `SELECT ${answer.map(({ name, label, format }) => `CAST("${name}" AS ${SQL_TYPES[TYPE_OF_FORMAT[format]]}) AS "${label}"`).join(', ')}
FROM (
${inDatabase(sql, database, names)}
) AS answer`,
  };
}

/**
 * A statement that finds the views and tables of the pipeline without a current database: QuickSight has none. Each name that
 * the statement uses becomes a subquery of that name.
 */
function inDatabase(sql: string, database: string, names: readonly string[]): string {
  const statement = sql.replace(/^(\s*--[^\n]*\n)+/, '').trim().replace(/;$/, '');
  const used = names.filter((name) => reads(name).test(statement) && !new RegExp(`\\b${name}"?\\s+AS\\s*\\(`, 'i').test(statement));
  const subqueries = used.map((name) => `"${name}" AS (SELECT * FROM "${database}"."${name}")`);
  const rest = /^WITH\s+/i.exec(statement);
  if (subqueries.length === 0) return statement;
  return `WITH ${subqueries.join(',\n')}${rest ? `,\n${statement.slice(rest[0].length)}` : `\n${statement}`}`;
}

function reads(name: string): RegExp {
  return new RegExp(`\\b(?:FROM|JOIN)\\s+"?${name}"?(?![\\w"])|,\\s*"${name}"`, 'i');
}
