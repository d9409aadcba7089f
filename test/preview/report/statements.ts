import { formatted } from '../../../preview/report/format';
import { NamedQuery, namedQueries } from '../../../preview/report/named-queries';
import { Preview } from '../../../preview/run-preview';
import { App } from '../../../preview/template/app';
import { csvOf } from '../previewing';

/** The questions of a template with one pipeline, in its order. */
export function statementsOf(file: string): Statement[] {
  const app = new App([file]);
  return namedQueries(app, String(app.resources('AWS::Athena::NamedQuery')[0].property('Database')));
}

/** A question of a template, and its statement. */
export type Statement = NamedQuery;

export type Answer = readonly Readonly<Record<string, string | number | boolean | null>>[];

/** What DuckDB answers, at the end of the data. */
export async function answerTo(preview: Preview, sql: string): Promise<Answer> {
  const csv = await csvOf(preview, `SELECT to_json(answer) FROM (\n${sql}\n) AS answer`);
  return csv.split('\r\n').slice(1, -1).map((line) => JSON.parse(line.slice(1, -1).replaceAll('""', '"')) as Answer[0]);
}

/** An answer as people read it: a text for each of the columns with these labels. */
export function asRead(answer: Answer, { answer: columns }: Statement, labels: readonly string[]): string[][] {
  const shown = labels.map((label) => columns.find((column) => column.label === label)!);
  return answer.map((row) => shown.map(({ name, format }) => {
    const value = row[name];
    const isTime = (format === 'day' || format === 'timestamp') && value !== null;
    return formatted(isTime ? `${String(value).replace(' ', 'T')}Z` : value, format);
  }));
}

/** A statement about some rows of the views that the filters of the page act on. */
export function filtered(sql: string, condition: string): string {
  return sql.replace(/FROM "(usage_daily|requests)"/g, `FROM (SELECT * FROM "$1" WHERE ${condition})`);
}

/** A statement as it would have been answered at another instant. */
export function askedAt(sql: string, instant: string): string {
  return sql.replaceAll('current_timestamp', `TIMESTAMPTZ '${instant}+00'`);
}
