export interface Customer {
  readonly id: string;
  readonly name: string;
}

/** What of an API key tells whose it is. */
export interface CustomerClues {
  readonly name: string;
}

/** Who the customer behind an API key is. */
export function customerOf({ name }: CustomerClues): Customer {
  return { id: name, name };
}
