import { namedQueries } from '../../preview/report/named-queries';
import { App } from '../../preview/template/app';

/** A question of the pipeline as its template declares it for Athena. */
export interface TemplateQuestion {
  readonly id: string;
  readonly sql: string;
  /** The names of the answer's columns. */
  readonly columns: readonly string[];
  /** How many days before the clock it reads. */
  readonly days: number;
}

/** Every named query of an app with one pipeline, in the order of its template. */
export function templateQuestions(app: App): TemplateQuestion[] {
  const database = String(app.resources('AWS::Athena::NamedQuery')[0].property('Database'));
  return namedQueries(app, database)
    .map(({ question, sql, answer, days }) => ({ id: question.id, sql, columns: answer.map(({ name }) => name), days }));
}
