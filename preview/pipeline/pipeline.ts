import { GlueTable } from '../catalog/glue-table';
import { PrestoView } from '../catalog/presto-view';
import { StreamSettings } from '../delivery/stream-settings';
import { LoggingStage } from '../gateway/logging-stage';
import { FunctionSettings } from '../lambda/function-settings';

/** A pipeline from stages to a table, as declared in the templates. */
export interface Pipeline {
  /** The path of its construct. */
  readonly construct: string;
  readonly stages: readonly LoggingStage[];
  readonly stream: StreamSettings;
  readonly enrichment: FunctionSettings;
  /** The scheduled function that writes the snapshot for the enrichment. */
  readonly directory?: FunctionSettings;
  /** The scheduled function that registers partitions of the table. */
  readonly registration?: FunctionSettings;
  /** The table over the delivered objects. */
  readonly table: GlueTable;
  /** All tables of its database. */
  readonly tables: readonly GlueTable[];
  /** The views of its database. Each comes after the views that it reads. */
  readonly views: readonly PrestoView[];
}
