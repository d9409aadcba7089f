import { awscdk, TextFile } from 'projen';
import { accountPage } from './account-page-text';

/** docs/on-an-account.md, written from the questions of the integration test whenever projen runs. */
export function documentAccount(project: awscdk.AwsCdkConstructLibrary): void {
  new TextFile(project, 'docs/on-an-account.md', { marker: false, lines: accountPage().split('\n') });
}
