/** A stage that receives requests. */
export interface Target {
  readonly apiId: string;
  readonly stageName: string;
}
