import { DashboardRefresh } from './dashboard-refresh';
import { QuickSightPrincipal } from './quicksight-principal';
import { Checks, instanceOf, listOf, members, required, TEXT } from '../synth/checks';

/**
 * The Amazon QuickSight dashboard of a pipeline. The account needs a QuickSight subscription (Enterprise edition).
 *
 * @see https://docs.aws.amazon.com/quicksight/latest/user/welcome.html
 * @example
 * new ApiUsageAnalytics(stack, 'Usage', {
 *   stages: [api.deploymentStage],
 *   dashboard: {
 *     readers: [QuickSightPrincipal.group('owners')],
 *     refresh: DashboardRefresh.hourly(),
 *   },
 * });
 */
export interface DashboardOptions {
  /**
   * The users and groups that may open the dashboard: 1 to 64.
   *
   * @see https://docs.aws.amazon.com/quicksight/latest/user/sharing-a-dashboard.html
   */
  readonly readers: QuickSightPrincipal[];

  /**
   * The users and groups that may also change the dashboard, copy its analysis and use its data sets: at most 64. The
   * analysis exists only if there are authors.
   *
   * @default - none, and no analysis
   * @see https://docs.aws.amazon.com/quicksight/latest/user/working-with-an-analysis.html
   */
  readonly authors?: QuickSightPrincipal[];

  /**
   * The name of the dashboard in QuickSight.
   *
   * @default 'API usage'
   */
  readonly title?: string;

  /**
   * The ARN of a QuickSight theme: the colours and fonts of the dashboard.
   *
   * @default - a theme of the library, with colours that people with colour blindness can tell apart
   * @see https://docs.aws.amazon.com/quicksight/latest/user/themes-in-quicksight.html
   */
  readonly themeArn?: string;

  /**
   * When the aggregated data is copied into SPICE. The single requests are always queried directly.
   *
   * @default - never: visuals query Athena whenever they are opened
   * @see https://docs.aws.amazon.com/quicksight/latest/user/spice.html
   */
  readonly refresh?: DashboardRefresh;
}

const PRINCIPALS = listOf(
  'a list of QuickSightPrincipal, such as [QuickSightPrincipal.group(\'owners\')]', instanceOf(QuickSightPrincipal, 'group(name)', 'user(name)'),
);

const OPTION_CHECKS: Checks<DashboardOptions> = {
  readers: required(PRINCIPALS),
  authors: PRINCIPALS,
  title: TEXT,
  themeArn: TEXT,
  refresh: instanceOf(DashboardRefresh, 'hourly()', 'daily()'),
};

export const DASHBOARD = members('DashboardOptions, such as { readers: [QuickSightPrincipal.group(\'owners\')] }', OPTION_CHECKS);
