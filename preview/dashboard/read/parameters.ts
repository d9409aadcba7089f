import { GRANULARITIES, Parameter } from '../definition';
import { Properties } from './properties';

export function parameter(properties: Properties): Parameter {
  return properties.oneOf<Parameter>({
    DateTimeParameterDeclaration: (declared) => ({
      type: 'time',
      several: false,
      name: declared.text('Name'),
      granularity: declared.optionalChoice('TimeGranularity', GRANULARITIES) ?? 'DAY',
      path: declared.path,
      ...declared.object('DefaultValues', (defaults) => ({
        values: defaults.texts('StaticValues'),
        expression: defaults.optionalObject('RollingDate', rollingDate),
      })),
    }),
    StringParameterDeclaration: (declared) => {
      const several = declared.choice('ParameterValueType', ['MULTI_VALUED', 'SINGLE_VALUED']) === 'MULTI_VALUED';
      declared.optionalObject('ValueWhenUnset', (unset) => unset.optionalChoice('ValueWhenUnsetOption', ['RECOMMENDED_VALUE', 'NULL']));
      return {
        type: 'text',
        several,
        name: declared.text('Name'),
        granularity: 'DAY',
        values: declared.optionalObject('DefaultValues', (defaults) => defaults.texts('StaticValues')) ?? [],
        path: declared.path,
      };
    },
  });
}

export function rollingDate(properties: Properties): string {
  properties.notDrawn('DataSetIdentifier');
  return properties.text('Expression');
}
