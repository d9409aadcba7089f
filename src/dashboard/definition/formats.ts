import * as quicksight from 'aws-cdk-lib/aws-quicksight';
import { ValueFormat } from '../../query/dimensions';

type NumberFormat = quicksight.CfnDashboard.NumberFormatConfigurationProperty;

function number(decimalPlaces: number, rest: quicksight.CfnDashboard.NumberDisplayFormatConfigurationProperty = {}): NumberFormat {
  return { formatConfiguration: { numberDisplayFormatConfiguration: { decimalPlacesConfiguration: { decimalPlaces }, ...rest } } };
}

/** A count is written as QuickSight writes whole numbers: with separators, and without decimals. */
const NUMBERS: Partial<Readonly<Record<ValueFormat, NumberFormat>>> = {
  number: number(1),
  milliseconds: number(0, { suffix: ' ms' }),
  bytes: number(1, { numberScale: 'AUTO', suffix: 'B' }),
  percent: { formatConfiguration: { percentageDisplayFormatConfiguration: { decimalPlacesConfiguration: { decimalPlaces: 1 } } } },
};

const DATES: Partial<Readonly<Record<ValueFormat, string>>> = { day: 'YYYY-MM-DD', timestamp: 'YYYY-MM-DD HH:mm:ss' };

/** How a number is written, with its unit. */
export function numberFormat(format: ValueFormat): NumberFormat | undefined {
  return NUMBERS[format];
}

/** How an instant or a day is written. */
export function dateFormat(format: ValueFormat): quicksight.CfnDashboard.DateTimeFormatConfigurationProperty | undefined {
  const dateTimeFormat = DATES[format];
  return dateTimeFormat === undefined ? undefined : { dateTimeFormat };
}

/** How a value of a table without aggregation is written. */
export function valueFormat(format: ValueFormat): quicksight.CfnDashboard.FormatConfigurationProperty | undefined {
  const [numberFormatConfiguration, dateTimeFormatConfiguration] = [numberFormat(format), dateFormat(format)];
  return numberFormatConfiguration || dateTimeFormatConfiguration ? { numberFormatConfiguration, dateTimeFormatConfiguration } : undefined;
}
