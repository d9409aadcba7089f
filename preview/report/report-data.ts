import { PackedCube } from './cube/cube';
import { Metadata } from './metadata';
import { Value } from './query-rows';
import { PipelineSummary } from '../summary';

/** The data for the page's script. */
export interface ReportData {
  readonly pipeline: PipelineSummary;
  /** The end of the data, which is the clock of every question. */
  readonly clock: string;
  /** Whether the preview made up the requests. */
  readonly generated: boolean;
  readonly questions: readonly QuestionData[];
  readonly cubes: readonly PackedCube[];
}

export interface QuestionData extends Metadata {
  /** For Athena. */
  readonly sql: string;
  /** The index of the cube of its visual. */
  readonly cube?: number;
  /** The answer, if there is no visual. */
  readonly rows?: readonly (readonly Value[])[];
  /** Why there is no answer. */
  readonly problem?: string;
}
