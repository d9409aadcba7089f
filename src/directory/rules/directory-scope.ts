export const DIRECTORY_SCOPES = ['pipeline', 'account'] as const;
export type DirectoryScopeName = (typeof DIRECTORY_SCOPES)[number];

/**
 * Which API keys, usage plans and APIs of the account are in the directory tables. Everyone who may read the tables sees
 * them.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html
 * @example
 * new ApiUsageAnalytics(stack, 'Usage', {
 *   stages: [api.deploymentStage],
 *   directoryScope: DirectoryScope.account(),
 * });
 */
export class DirectoryScope {
  /**
   * The usage plans that include a stage whose access log goes to this pipeline, all API keys of those plans, and the
   * APIs of those stages. Keys, plans and APIs of other teams are left out, and so are keys in no usage plan.
   */
  public static pipeline(): DirectoryScope {
    return new DirectoryScope('pipeline');
  }

  /** All API keys, usage plans and APIs of the account in the region, even if this pipeline does not use them. */
  public static account(): DirectoryScope {
    return new DirectoryScope('account');
  }

  /** @internal */
  public readonly _requested: DirectoryScopeName;

  private constructor(requested: DirectoryScopeName) {
    this._requested = requested;
  }
}
