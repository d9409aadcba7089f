import * as quicksight from 'aws-cdk-lib/aws-quicksight';
import { MONTH_TO_DATE } from '../../query/period';
import { DataSet } from '../data-sets/data-set';
import { BOUND_AFTER, BOUND_BEFORE, ViewDataSet } from '../data-sets/view-data-set';

const FROM = 'From';
const TO = 'To';
const DATE_FORMAT = 'YYYY-MM-DD';

/** The dates that the controls choose: the month to date, unless a reader chooses others. */
export const PERIOD_PARAMETERS: readonly quicksight.CfnDashboard.ParameterDeclarationProperty[] = [
  dateParameter(FROM, MONTH_TO_DATE.rollingStart), dateParameter(TO, 'truncDate(\'DD\', now())'),
];

function dateParameter(name: string, expression: string): quicksight.CfnDashboard.ParameterDeclarationProperty {
  return { dateTimeParameterDeclaration: { name, timeGranularity: 'DAY', defaultValues: { rollingDate: { expression } } } };
}

/** The two date controls of a sheet. */
export function periodControls(sheet: string): quicksight.CfnDashboard.ParameterControlProperty[] {
  return [FROM, TO].map((name) => ({
    dateTimePicker: {
      parameterControlId: `${sheet}-${name.toLowerCase()}`,
      title: `${name} (UTC)`,
      sourceParameterName: name,
      displayOptions: { dateTimeFormat: DATE_FORMAT },
    },
  }));
}

/**
 * Keeps the rows of the chosen dates. The two filters on the folders come with it: without them, a choice of dates would read
 * the files of all time.
 */
export function chosenPeriod(dataSet: ViewDataSet): quicksight.CfnDashboard.FilterProperty[] {
  return periodFilters(dataSet, 'period', { parameter: FROM }, { parameter: TO });
}

/** Keeps the rows since a rolling date, whatever dates the controls choose. */
export function rollingPeriod(dataSet: ViewDataSet, id: string, since: string): quicksight.CfnDashboard.FilterProperty[] {
  return periodFilters(dataSet, id, { rollingDate: { expression: since } }, { rollingDate: { expression: 'truncDate(\'DD\', now())' } });
}

type Instant = quicksight.CfnDashboard.TimeRangeFilterValueProperty;

function periodFilters(dataSet: ViewDataSet, id: string, from: Instant, to: Instant): quicksight.CfnDashboard.FilterProperty[] {
  return [
    timeRange(dataSet, `${id}-time`, dataSet.time!, { rangeMinimumValue: from, includeMinimum: true, rangeMaximumValue: to, includeMaximum: true }),
    timeRange(dataSet, `${id}-after`, BOUND_AFTER, { rangeMinimumValue: from, includeMinimum: true }),
    timeRange(dataSet, `${id}-before`, BOUND_BEFORE, { rangeMaximumValue: to, includeMaximum: true }),
  ];
}

function timeRange({ identifier }: DataSet, id: string, columnName: string, range: Partial<quicksight.CfnDashboard.TimeRangeFilterProperty>) {
  return {
    timeRangeFilter: {
      filterId: `${identifier}-${id}`,
      column: { dataSetIdentifier: identifier, columnName },
      // Every other option adds "or is null" to the condition, and then no folder can be left out.
      nullOption: 'NON_NULLS_ONLY',
      timeGranularity: 'DAY',
      ...range,
    },
  };
}
