import * as events from 'aws-cdk-lib/aws-events';
import { Checks, NUMBER, withMembers } from '../synth/checks';

/** Options of a catalog whose partitions a crawler registers. */
export interface CrawledCatalogOptions {
  /**
   * When the crawler looks for new files. AWS Glue takes cron expressions only.
   *
   * @default events.Schedule.expression('cron(0 2 * * ? *)')
   * @throws if it is a rate or a point in time
   * @see https://docs.aws.amazon.com/glue/latest/dg/monitor-data-warehouse-schedule.html
   */
  readonly schedule?: events.Schedule;
}

export const CRAWLED_CATALOG_OPTIONS: Checks<CrawledCatalogOptions> = {
  schedule: withMembers('an events.Schedule, such as events.Schedule.expression(\'cron(0 2 * * ? *)\')', 'expressionString'),
};

/** Options of a catalog whose partitions are computed. */
export interface ProjectedCatalogOptions {
  /**
   * The first year that has files, four digits.
   *
   * @default 2026
   * @throws if it is not a whole number of four digits or is after `lastYear`
   */
  readonly firstYear?: number;

  /**
   * The last year that has files, four digits. Rows that arrive later are not found; a warning at synthesis says so
   * when the range ends within a year.
   *
   * @default 2035
   * @throws if it is not a whole number of four digits or is before `firstYear`
   */
  readonly lastYear?: number;
}

export const PROJECTED_CATALOG_OPTIONS: Checks<ProjectedCatalogOptions> = { firstYear: NUMBER, lastYear: NUMBER };

/** How partitions come to be known; which, is decided by the options that are there. */
export interface PartitionDiscovery {
  readonly crawled?: CrawledCatalogOptions;
  readonly projected?: ProjectedCatalogOptions;
}

/**
 * How queries find the files: how the partitions of the table of requests come to be known.
 *
 * @see https://docs.aws.amazon.com/athena/latest/ug/partitions.html
 */
export class UsageCatalog {
  /**
   * An AWS Glue crawler registers new partitions, every night by default. It works on the table that the construct
   * declares and changes nothing else. Every engine that reads the AWS Glue Data Catalog sees the partitions.
   */
  public static crawled(options: CrawledCatalogOptions = {}): UsageCatalog {
    return new UsageCatalog({ crawled: options });
  }

  /**
   * Athena and Trino compute the partitions: rows are there as soon as they are delivered, and no crawler runs. Other
   * engines (Amazon Redshift Spectrum, Amazon EMR) find the table empty.
   *
   * @see https://docs.aws.amazon.com/athena/latest/ug/partition-projection.html
   */
  public static projected(options: ProjectedCatalogOptions = {}): UsageCatalog {
    return new UsageCatalog({ projected: options });
  }

  /** @internal */
  public readonly _discovery: PartitionDiscovery;

  private constructor(discovery: PartitionDiscovery) {
    this._discovery = discovery;
  }
}
