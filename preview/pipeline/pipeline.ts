import { GlueTable } from '../catalog/glue-table';
import { PrestoView } from '../catalog/presto-view';
import { StreamSettings } from '../delivery/stream-settings';
import { LoggingStage } from '../gateway/logging-stage';
import { FunctionSettings } from '../lambda/function-settings';

/** One way from stages to a table, as the templates declare it. */
export interface Pipeline {
  /** The path of its construct. */
  readonly construct: string;
  readonly stages: readonly LoggingStage[];
  readonly stream: StreamSettings;
  readonly enrichment: FunctionSettings;
  /** The scheduled function that writes what the enrichment looks up. */
  readonly directory?: FunctionSettings;
  /** The table over the delivered objects. */
  readonly table: GlueTable;
  /** All tables of its database. */
  readonly tables: readonly GlueTable[];
  /** The views of its database, each after those that it reads. */
  readonly views: readonly PrestoView[];
}
