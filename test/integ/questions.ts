/** What only an AWS account can answer. docs/on-an-account.md is written from these. */
export interface AccountQuestion {
  readonly id: string;
  readonly question: string;
  /** What the library is built on. */
  readonly believed: string;
  readonly matters: string;
  /** How the test, or a person, finds out. */
  readonly how: string;
}

export interface Asked extends AccountQuestion {
  /** The answer can take minutes: the test asks again until it is as believed. */
  readonly waits?: true;
}
