import { Aggregation, AGGREGATIONS, Column, Field, GRANULARITIES } from '../definition';
import { anyFormat, numberFormat, textFormat, timeFormat } from './formats';
import { Properties } from './properties';

const TIME_PATTERNS = {
  YEAR: 'YYYY',
  QUARTER: '[Q]Q YYYY',
  MONTH: 'MMM YYYY',
  WEEK: 'MMM D, YYYY',
  DAY: 'MMM D, YYYY',
  HOUR: 'MMM D, YYYY HH:mm',
  MINUTE: 'MMM D, YYYY HH:mm',
  SECOND: 'MMM D, YYYY HH:mm:ss',
  MILLISECOND: 'MMM D, YYYY HH:mm:ss.SSS',
} as const;

export function column(properties: Properties): Column {
  return { dataSet: properties.text('DataSetIdentifier'), name: properties.text('ColumnName'), path: properties.path };
}

/** A field of a well that groups. */
export function dimension(properties: Properties): Field {
  return properties.oneOf<Field>({
    CategoricalDimensionField: (field) => ({ ...plain(field), type: 'text', format: field.optionalObject('FormatConfiguration', textFormat) }),
    NumericalDimensionField: (field) => ({ ...plain(field), type: 'number', format: field.optionalObject('FormatConfiguration', numberFormat) }),
    DateDimensionField: (field) => {
      const granularity = field.optionalChoice('DateGranularity', GRANULARITIES) ?? 'DAY';
      const format = field.optionalObject('FormatConfiguration', timeFormat) ?? { kind: 'time', pattern: TIME_PATTERNS[granularity] };
      return { ...plain(field), type: 'time', granularity, format };
    },
  });
}

/** A field of a well that aggregates. */
export function measure(properties: Properties): Field {
  return properties.oneOf<Field>({
    NumericalMeasureField: (field) => ({
      ...plain(field),
      type: 'number',
      aggregation: field.optionalObject<Aggregation>('AggregationFunction', (aggregation) => aggregation.choice('SimpleNumericalAggregation', AGGREGATIONS)),
      format: field.optionalObject('FormatConfiguration', numberFormat),
    }),
    CategoricalMeasureField: (field) => ({
      ...plain(field),
      type: 'number',
      aggregation: field.choice('AggregationFunction', ['COUNT', 'DISTINCT_COUNT']),
      format: field.optionalObject('FormatConfiguration', textFormat),
    }),
    DateMeasureField: (field) => {
      const aggregation = field.choice('AggregationFunction', ['MIN', 'MAX', 'COUNT', 'DISTINCT_COUNT']);
      const format = field.optionalObject('FormatConfiguration', timeFormat);
      const isTime = aggregation === 'MIN' || aggregation === 'MAX';
      return { ...plain(field), type: isTime ? 'time' : 'number', aggregation, format: isTime ? format ?? { kind: 'time', pattern: TIME_PATTERNS.MINUTE } : undefined };
    },
  });
}

/** A column of rows that are not aggregated. */
export function unaggregated(properties: Properties): Field {
  return { ...plain(properties), type: 'any', format: properties.optionalObject('FormatConfiguration', anyFormat) };
}

function plain(field: Properties): Pick<Field, 'id' | 'column' | 'label' | 'hidden'> {
  const of = field.object('Column', column);
  return { id: field.text('FieldId'), column: of, label: of.name, hidden: false };
}
