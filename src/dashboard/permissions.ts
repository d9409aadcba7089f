import { CfnDashboard } from 'aws-cdk-lib/aws-quicksight';

/** Who uses a dashboard. */
type Use = 'reader' | 'author';

/** What QuickSight gives to those who use, and to those who own, each kind of resource. */
const ACTIONS = {
  dashboard: {
    reader: ['DescribeDashboard', 'ListDashboardVersions', 'QueryDashboard'],
    author: [
      'DescribeDashboard', 'ListDashboardVersions', 'UpdateDashboardPermissions', 'QueryDashboard', 'UpdateDashboard', 'DeleteDashboard',
      'DescribeDashboardPermissions', 'UpdateDashboardPublishedVersion',
    ],
  },
  analysis: {
    author: [
      'RestoreAnalysis', 'UpdateAnalysisPermissions', 'DeleteAnalysis', 'DescribeAnalysisPermissions', 'QueryAnalysis', 'DescribeAnalysis',
      'UpdateAnalysis',
    ],
  },
  // Authors use data sets and the data source in analyses of their own. The template owns them.
  dataSet: { author: ['DescribeDataSet', 'DescribeDataSetPermissions', 'PassDataSet', 'DescribeIngestion', 'ListIngestions'] },
  dataSource: { author: ['DescribeDataSource', 'DescribeDataSourcePermissions', 'PassDataSource'] },
  theme: { author: ['ListThemeVersions', 'DescribeThemeAlias', 'ListThemeAliases', 'DescribeTheme'] },
} as const satisfies Record<string, Partial<Record<Use, readonly string[]>>>;

/** The ARNs of the users and groups of a dashboard. */
export type People = Readonly<Record<Use, readonly string[]>>;

/**
 * The permissions of a resource; undefined if there are none.
 * @see https://docs.aws.amazon.com/quicksight/latest/APIReference/API_ResourcePermission.html
 */
export function permissions(kind: keyof typeof ACTIONS, people: People): CfnDashboard.ResourcePermissionProperty[] | undefined {
  const byArn = new Map<string, CfnDashboard.ResourcePermissionProperty>();
  // An author who is also named as a reader stays an author: QuickSight takes each principal once.
  for (const use of ['reader', 'author'] as const) {
    const actions = (ACTIONS[kind] as Partial<Record<Use, readonly string[]>>)[use] ?? [];
    if (actions.length === 0) continue;
    for (const principal of people[use]) byArn.set(principal, { principal, actions: actions.map((action) => `quicksight:${action}`) });
  }
  return byArn.size === 0 ? undefined : [...byArn.values()];
}
