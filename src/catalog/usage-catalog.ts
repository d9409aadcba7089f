import * as events from 'aws-cdk-lib/aws-events';
import { Checks, NUMBER, withMembers } from '../synth/checks';

/**
 * Options of a catalog whose partitions are registered.
 *
 * @example
 * UsageCatalog.crawled({ schedule: events.Schedule.expression('cron(30 3 * * ? *)') });
 */
export interface CrawledCatalogOptions {
  /**
   * When the crawler looks for files whose partition is not registered. AWS Glue accepts cron expressions only. New rows do
   * not wait for the crawler.
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

/**
 * Options of a catalog whose partitions are computed.
 *
 * @example
 * UsageCatalog.projected({ firstYear: 2026, lastYear: 2035 });
 */
export interface ProjectedCatalogOptions {
  /**
   * The first year that has files, four digits.
   *
   * @default 2026
   * @throws if it is not a whole number of four digits or is after `lastYear`
   */
  readonly firstYear?: number;

  /**
   * The last year that has files, four digits. Queries do not find rows that arrive later. A warning at synthesis says so
   * if the range ends within a year. A query without a condition on the partitions lists every hour of every year, empty or not.
   *
   * @default 2030
   * @throws if it is not a whole number of four digits or is before `firstYear`
   */
  readonly lastYear?: number;
}

export const PROJECTED_CATALOG_OPTIONS: Checks<ProjectedCatalogOptions> = { firstYear: NUMBER, lastYear: NUMBER };

/** The options of one of the two. */
export interface RequestedCatalog {
  readonly crawled?: CrawledCatalogOptions;
  readonly projected?: ProjectedCatalogOptions;
}

/**
 * How queries find the files: whether the partitions of the table of requests are registered or computed.
 *
 * @see https://docs.aws.amazon.com/athena/latest/ug/partitions.html
 * @example
 * new ApiUsageAnalytics(stack, 'Usage', {
 *   stages: [api.deploymentStage],
 *   catalog: UsageCatalog.projected(),
 * });
 */
export class UsageCatalog {
  /**
   * Registers partitions in the AWS Glue Data Catalog, so that every engine finds them. A function registers the current hour
   * and the next 48 when the stack is deployed and every hour, so queries see a row as soon as it is delivered. A crawler,
   * every night by default, registers the partitions of all other files. It changes only the table that the construct
   * declares.
   *
   * @see https://docs.aws.amazon.com/glue/latest/dg/tables-described.html
   */
  public static crawled(options: CrawledCatalogOptions = {}): UsageCatalog {
    return new UsageCatalog({ crawled: options });
  }

  /**
   * Lets Athena and Trino compute the partitions, so queries see a row as soon as it is delivered. Nothing is registered:
   * there is no function and no crawler, and other engines (Amazon Redshift Spectrum, Amazon EMR) find the table empty.
   *
   * @see https://docs.aws.amazon.com/athena/latest/ug/partition-projection.html
   */
  public static projected(options: ProjectedCatalogOptions = {}): UsageCatalog {
    return new UsageCatalog({ projected: options });
  }

  /** @internal */
  public readonly _requested: RequestedCatalog;

  private constructor(requested: RequestedCatalog) {
    this._requested = requested;
  }
}
