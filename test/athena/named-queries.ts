import { App } from '../../preview/template/app';

const METADATA = 'cdk-api-usage-analytics';

/** A question of the pipeline as its template declares it for Athena. */
export interface TemplateQuestion {
  readonly id: string;
  readonly sql: string;
  /** The names of the answer's columns. */
  readonly columns: readonly string[];
  /** How many days before the clock it reads. */
  readonly days: number;
}

/** Every named query of an app, in the order of its template. */
export function templateQuestions(app: App): TemplateQuestion[] {
  return app.resources('AWS::Athena::NamedQuery').map((resource) => {
    const { version, question, answer, days } = resource.definition.Metadata?.[METADATA] as Metadata;
    if (version !== 1) throw new Error(`${resource.logicalId} has metadata of version ${version}, and version 1 is known.`);
    return { id: question.id, sql: resource.property<string>('QueryString')!, columns: answer.map(({ name }) => name), days };
  });
}

interface Metadata {
  readonly version: number;
  readonly question: { readonly id: string };
  readonly answer: readonly { readonly name: string }[];
  readonly days: number;
}
