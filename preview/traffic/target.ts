/** A stage that is called. */
export interface Target {
  readonly apiId: string;
  readonly stageName: string;
}
