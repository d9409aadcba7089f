import { Kind } from './kinds';

interface AnyColumn {
  /** The column's name in SQL, and the JSON key in the access log and in the files. */
  readonly name: string;
  /** One sentence: it is the comment in Glue and the description in docs/columns.md. */
  readonly comment: string;
  /** The access log variable, without `$context.`; absent where the enrichment writes the value. */
  readonly variable?: string;
  /** Whether whoever calls the API can choose this value, or part of it. */
  readonly fromCaller?: boolean;
  /** Whether it may say something of a person; docs/privacy.md has what of whom. */
  readonly personal?: boolean;
  /** Whether the pipeline cannot do without it, so that it cannot be omitted. */
  readonly essential?: boolean;
}

interface TextColumn extends AnyColumn {
  readonly kind: 'text';
  /** The longest value kept, in bytes of UTF-8; longer ones are cut between two characters. */
  readonly maxBytes: number;
}

interface TypedColumn extends AnyColumn {
  readonly kind: Exclude<Kind, 'text'>;
}

/** One column of the table of requests. */
export type Column = TextColumn | TypedColumn;
