import { Variables } from './context-variables';

export interface Request {
  /** The number of its line, from 1, for messages. */
  readonly line: number;
  /** The time at which the delivery stream receives it, in milliseconds since 1970. */
  readonly arrival: number;
  readonly variables: Variables;
}

/** Requests in order of arrival. */
export interface RequestSource extends Iterable<Request> {
  readonly count: number;
  /** The file that they are read from, if any. The output folder must not contain it. */
  readonly file?: string;
}
