import { Annotations } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';
import type { ProjectedCatalogOptions } from './usage-catalog';
import { projectionParameters } from '../storage/partitions';
import { usageError } from '../synth/usage-error';

const FIRST_YEAR = 2026;
const LAST_YEAR = 2030;

/** The table parameters that compute the partitions of these years. */
export function yearsProjected(scope: IConstruct, options: ProjectedCatalogOptions): Record<string, string> {
  const firstYear = wholeYear(scope, 'firstYear', options.firstYear ?? FIRST_YEAR);
  const lastYear = wholeYear(scope, 'lastYear', options.lastYear ?? LAST_YEAR);
  if (firstYear > lastYear) {
    throw usageError(scope, `firstYear must not be after lastYear, got ${firstYear} and ${lastYear}.`);
  }
  if (endsWithinAYear(lastYear)) {
    Annotations.of(scope).addWarningV2('cdk-api-usage-analytics:projectionEnds',
      `UsageCatalog.projected(...) ends with the year ${lastYear}: queries will silently find no row that arrives later. Raise lastYear.`);
  }
  return projectionParameters(firstYear, lastYear);
}

function wholeYear(scope: IConstruct, prop: string, year: number): number {
  if (!Number.isInteger(year) || year < 1000 || year > 9999) {
    throw usageError(scope, `${prop} must be a year of four digits, got ${year}.`);
  }
  return year;
}

function endsWithinAYear(lastYear: number): boolean {
  const inAYear = new Date();
  inAYear.setUTCFullYear(inAYear.getUTCFullYear() + 1);
  return Date.UTC(lastYear + 1, 0, 1) <= inAYear.getTime();
}
