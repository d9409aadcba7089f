import { awscdk, TextFile } from 'projen';
import { questionsPage } from './questions-page-text';

/** docs/questions.md, written from the views, measures and questions whenever projen runs. */
export function documentQuestions(project: awscdk.AwsCdkConstructLibrary): void {
  new TextFile(project, 'docs/questions.md', { marker: false, lines: questionsPage().split('\n') });
}
