import { PackedCube } from './cube/cube';
import { Metadata } from './metadata';
import { Value } from './query-rows';
import { PipelineSummary } from '../summary';

/** What the page's script gets. */
export interface ReportData {
  readonly pipeline: PipelineSummary;
  /** The end of the data: the clock of every question. */
  readonly clock: string;
  readonly questions: readonly QuestionData[];
  readonly cubes: readonly PackedCube[];
}

export interface QuestionData extends Metadata {
  /** For Athena. */
  readonly sql: string;
  /** The place of the cube of its visual. */
  readonly cube?: number;
  /** The answer, where there is no visual. */
  readonly rows?: readonly (readonly Value[])[];
  /** Why there is no answer. */
  readonly problem?: string;
}
