import { DataSetColumn } from './column-types';

/** What QuickSight reads: a statement and the columns of its answer. */
export interface DataSet {
  /** The name by which the dashboard refers to it, and the end of its id in the account. */
  readonly identifier: string;
  /** Whether `refresh` copies it into SPICE. */
  readonly copied: boolean;
  readonly columns: readonly DataSetColumn[];
  readonly sql: string;
}
