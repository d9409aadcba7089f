import { Annotations, Stack, Token } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';
import { DashboardOptions } from './dashboard-options';
import { Schedule } from './dashboard-refresh';
import { People } from './permissions';
import { QuickSightPrincipal } from './quicksight-principal';
import { shown } from '../synth/shown';
import { usageError } from '../synth/usage-error';

/**
 * The most entries that the permissions of a resource have.
 * @see https://docs.aws.amazon.com/quicksight/latest/APIReference/API_CreateDashboard.html
 */
const MAX_PRINCIPALS = 64;
const MAX_TITLE = 2048;
const TITLE = /^[\u0020-\u00ff]+$/;

/**
 * Regions with QuickSight, in November 2026. It comes to further ones, so that a region that is not here is a warning.
 * @see https://docs.aws.amazon.com/quicksight/latest/user/regions-qs.html
 */
const REGIONS = [
  'af-south-1', 'ap-northeast-1', 'ap-northeast-2', 'ap-south-1', 'ap-southeast-1', 'ap-southeast-2', 'ap-southeast-3', 'ca-central-1', 'cn-north-1',
  'eu-central-1', 'eu-central-2', 'eu-north-1', 'eu-south-1', 'eu-south-2', 'eu-west-1', 'eu-west-2', 'eu-west-3', 'il-central-1', 'me-central-1',
  'sa-east-1', 'us-east-1', 'us-east-2', 'us-gov-east-1', 'us-gov-west-1', 'us-west-1', 'us-west-2',
];

/** The options of a dashboard, as QuickSight takes them. */
export interface CheckedOptions {
  readonly people: People;
  readonly title: string;
  readonly themeArn?: string;
  readonly schedule?: Schedule;
}

/** Throws for what QuickSight would refuse at deployment. */
export function checkedOptions(scope: IConstruct, { readers, authors = [], title = 'API usage', themeArn, refresh }: DashboardOptions): CheckedOptions {
  if (readers.length === 0) {
    throw usageError(scope, 'dashboard.readers must name who may open the dashboard, got none. Add QuickSightPrincipal.user(name) or QuickSightPrincipal.group(name).');
  }
  if (!Token.isUnresolved(title) && !(title.trim() !== '' && title.length <= MAX_TITLE && TITLE.test(title))) {
    throw usageError(scope, `dashboard.title must have 1 to ${MAX_TITLE} Latin letters, digits and signs, because QuickSight accepts no others, got ${shown(title)}.`);
  }
  if (themeArn !== undefined && !Token.isUnresolved(themeArn) && !/^arn:[^:]+:quicksight:[^:]*:[^:]*:theme\/.+$/.test(themeArn)) {
    throw usageError(scope, `dashboard.themeArn must be the ARN of a QuickSight theme, such as 'arn:aws:quicksight::aws:theme/MIDNIGHT', got ${shown(themeArn)}. `
      + 'Leave it out to have the theme of the library.');
  }
  const schedule = refresh?._requested;
  if (schedule?.mistake !== undefined) throw usageError(scope, `dashboard.refresh: ${schedule.mistake}.`);
  warnOfRegion(scope);
  return { people: { reader: arns(scope, 'readers', readers), author: arns(scope, 'authors', authors) }, title, themeArn, schedule };
}

function arns(scope: IConstruct, name: string, principals: readonly QuickSightPrincipal[]): string[] {
  if (principals.length > MAX_PRINCIPALS) {
    throw usageError(scope, `dashboard.${name} must have at most ${MAX_PRINCIPALS} entries, because QuickSight accepts no more, got ${principals.length}. Use a group.`);
  }
  return principals.map(({ _requested: requested }, index) => {
    if (requested.mistake !== undefined) throw usageError(scope, `dashboard.${name}[${index}]: ${requested.mistake}.`);
    const { kind, name: principal, namespace, identityRegion } = requested;
    return Stack.of(scope).formatArn({ service: 'quicksight', region: identityRegion, resource: kind, resourceName: `${namespace}/${principal}` });
  });
}

function warnOfRegion(scope: IConstruct): void {
  const { region } = Stack.of(scope);
  if (Token.isUnresolved(region) || REGIONS.includes(region)) return;
  Annotations.of(scope).addWarningV2('cdk-api-usage-analytics:dashboardRegion',
    `QuickSight was not known in the region ${region} when this version of the library was made. If it is not there, the deployment fails: `
    + 'leave out dashboard, and use the saved queries in Athena.');
}
