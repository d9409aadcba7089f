import { Kind } from './kinds';

interface AnyColumn {
  /** The name in SQL, and the JSON key in the access log and in the files. */
  readonly name: string;
  /** One sentence: the comment in Glue and the description in docs/columns.md. */
  readonly comment: string;
  /** The access log variable, without `$context.`; absent if the enrichment writes the value. */
  readonly variable?: string;
  /** Whether callers can choose this value, or part of it. */
  readonly fromCaller?: boolean;
  /** Whether the value can be personal data; docs/privacy.md explains each case. */
  readonly personal?: boolean;
  /** Whether the pipeline needs the column, so that it cannot be omitted. */
  readonly essential?: boolean;
}

interface TextColumn extends AnyColumn {
  readonly kind: 'text';
  /** The longest stored value, in bytes of UTF-8. Longer values are cut between two characters. */
  readonly maxBytes: number;
}

interface TypedColumn extends AnyColumn {
  readonly kind: Exclude<Kind, 'text'>;
}

/** One column of the table of requests. */
export type Column = TextColumn | TypedColumn;
