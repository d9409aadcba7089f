export const DIRECTORY_SCOPES = ['pipeline', 'account'] as const;
export type DirectoryScopeName = (typeof DIRECTORY_SCOPES)[number];

/**
 * What of the account's API keys, usage plans and APIs gets into the directory's tables and, with that, to whoever may
 * read the data.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html
 */
export class DirectoryScope {
  /**
   * The usage plans that open a stage whose access log goes to this pipeline, with all their API keys, and the APIs of
   * those stages. What other teams have in the account stays out; so do keys that are in no usage plan.
   */
  public static pipeline(): DirectoryScope {
    return new DirectoryScope('pipeline');
  }

  /** Every API key, usage plan and API of the account in the region, used by this pipeline or not. */
  public static account(): DirectoryScope {
    return new DirectoryScope('account');
  }

  /** @internal */
  public readonly _name: DirectoryScopeName;

  private constructor(name: DirectoryScopeName) {
    this._name = name;
  }
}
