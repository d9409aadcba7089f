import { awscdk, TextFile } from 'projen';
import { columnsPage } from './columns-page-text';

/** docs/columns.md, written from the table of columns whenever projen runs. */
export function documentColumns(project: awscdk.AwsCdkConstructLibrary): void {
  new TextFile(project, 'docs/columns.md', { marker: false, lines: columnsPage().split('\n') });
}
