import { AGGREGATIONS, Limit, Sort } from '../definition';
import { column } from './fields';
import { Properties } from './properties';

export function sorts(properties: Properties, name: string): Sort[] {
  return properties.list(name, (options) => options.oneOf({ FieldSort: sort, ColumnSort: columnSort }));
}

/** By a field of the visual. */
export function sort(properties: Properties): Sort {
  return { by: properties.text('FieldId'), ...direction(properties) };
}

/** By a column that the visual need not show. */
function columnSort(properties: Properties): Sort {
  const aggregation = properties.optionalObject('AggregationFunction', (chosen) => chosen.oneOf({
    NumericalAggregationFunction: (number) => number.choice('SimpleNumericalAggregation', AGGREGATIONS),
  }));
  return { by: { column: properties.object('SortBy', column), aggregation }, ...direction(properties) };
}

function direction(properties: Properties): Pick<Sort, 'descending' | 'path'> {
  return { descending: properties.choice('Direction', ['ASC', 'DESC']) === 'DESC', path: properties.path };
}

/** How many values are shown; others are shown together unless the definition leaves them out. */
export function limit(properties: Properties): Limit | undefined {
  const items = properties.optionalNumber('ItemsLimit');
  const others = properties.optionalChoice('OtherCategories', ['INCLUDE', 'EXCLUDE']) !== 'EXCLUDE';
  return items === undefined ? undefined : { items, others };
}
