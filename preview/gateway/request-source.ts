import { Variables } from './context-variables';

export interface Request {
  /** Its line in the requests file, from 1: how a message names it. */
  readonly line: number;
  /** When the delivery stream gets it, in epoch milliseconds. */
  readonly arrival: number;
  readonly variables: Variables;
}

/** Requests in the order of their arrival. */
export interface RequestSource extends Iterable<Request> {
  readonly count: number;
  /** Where they are read from, if they are: the output must not replace it. */
  readonly file?: string;
}
