import { ListedApiKey } from './model';

export interface Customer {
  readonly id: string;
  readonly name: string;
}

/** Who the customer behind an API key is. */
export function customerOf(key: ListedApiKey): Customer {
  return { id: key.name, name: key.name };
}
