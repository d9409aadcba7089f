import { Checks, TEXT } from '../synth/checks';

/**
 * Options of the dashboard for the operator of a pipeline.
 *
 * @example
 * usage.addOperationsDashboard({ dashboardName: 'orders-usage' });
 */
export interface OperationsDashboardOptions {
  /**
   * Name of the Amazon CloudWatch dashboard.
   *
   * @default - a name that AWS CloudFormation generates
   * @throws if it is a token, is taken, or is not 1 to 255 letters, digits, hyphens and underscores
   */
  readonly dashboardName?: string;
}

export const OPERATIONS_DASHBOARD_OPTIONS: Checks<OperationsDashboardOptions> = { dashboardName: TEXT };
