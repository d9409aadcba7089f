/** Options of one stage. */
export interface AddStageOptions {
  /**
   * Take the stage's access log over where it goes somewhere else already: a stage has one access log destination, and
   * the one it has now gets nothing any more.
   *
   * @default false
   */
  readonly replaceAccessLog?: boolean;
}
