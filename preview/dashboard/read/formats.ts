import { InputError } from '../../input-error';
import { Format, SCALES, unknownToken } from '../format';
import { Properties } from './properties';

export function numberFormat(properties: Properties): Format | undefined {
  return properties.optionalObject('FormatConfiguration', numericFormat);
}

export function textFormat(properties: Properties): Format | undefined {
  properties.optionalObject('NullValueFormatConfiguration', (nulls) => nulls.notDrawn('NullString'));
  return properties.optionalObject('NumericFormatConfiguration', numericFormat);
}

export function timeFormat(properties: Properties): Format | undefined {
  properties.optionalObject('NullValueFormatConfiguration', (nulls) => nulls.notDrawn('NullString'));
  const pattern = properties.optionalText('DateTimeFormat');
  const unknown = pattern && unknownToken(pattern);
  if (unknown) throw new InputError(`${properties.at('DateTimeFormat')} is ${JSON.stringify(pattern)}, and the preview does not know its part ${unknown}.`);
  return pattern === undefined ? undefined : { kind: 'time', pattern };
}

/** The format of a column that is not aggregated. */
export function anyFormat(properties: Properties): Format | undefined {
  return properties.oneOf({
    StringFormatConfiguration: textFormat, NumberFormatConfiguration: numberFormat, DateTimeFormatConfiguration: timeFormat,
  });
}

function numericFormat(properties: Properties): Format {
  return properties.oneOf({ NumberDisplayFormatConfiguration: plainNumber, PercentageDisplayFormatConfiguration: percentage });
}

export function plainNumber(properties: Properties): Format {
  const scale = properties.optionalChoice('NumberScale', SCALES) ?? 'NONE';
  return { kind: 'number', scale, suffix: properties.optionalText('Suffix') ?? '', ...common(properties) };
}

export function percentage(properties: Properties): Format {
  return { kind: 'percent', suffix: properties.optionalText('Suffix') ?? '%', ...common(properties) };
}

function common(properties: Properties) {
  properties.optionalObject('NegativeValueConfiguration', (negative) => negative.choice('DisplayMode', ['NEGATIVE']));
  properties.optionalObject('NullValueFormatConfiguration', (nulls) => nulls.notDrawn('NullString'));
  return {
    prefix: properties.optionalText('Prefix') ?? '',
    decimals: properties.optionalObject('DecimalPlacesConfiguration', (places) => places.number('DecimalPlaces')),
    grouped: properties.optionalObject('SeparatorConfiguration', separators) ?? true,
  };
}

/** Whether thousands are separated. */
function separators(properties: Properties): boolean {
  properties.optionalChoice('DecimalSeparator', ['DOT']);
  return properties.optionalObject('ThousandsSeparator', (thousands) => {
    thousands.optionalChoice('Symbol', ['COMMA']);
    return thousands.optionalChoice('Visibility', ['VISIBLE', 'HIDDEN']) !== 'HIDDEN';
  }) ?? true;
}
