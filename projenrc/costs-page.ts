import { awscdk, TextFile } from 'projen';
import { costsPage } from './costs/costs-page-text';

/** docs/costs.md, computed from prices and measured sizes whenever projen runs. */
export function documentCosts(project: awscdk.AwsCdkConstructLibrary): void {
  new TextFile(project, 'docs/costs.md', { marker: false, lines: costsPage().split('\n') });
}
