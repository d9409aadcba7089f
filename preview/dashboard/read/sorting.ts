import { AGGREGATIONS, Limit, Sort } from '../definition';
import { column } from './fields';
import { Properties } from './properties';

export function sorts(properties: Properties, name: string): Sort[] {
  return properties.list(name, sortOptions);
}

function sortOptions(properties: Properties): Sort {
  return properties.oneOf({ FieldSort: sort, ColumnSort: columnSort });
}

/** The sort of a field of a chart. */
export function onlySort(properties: Properties, name: string): Sort | undefined {
  return properties.atMostOne(name, sortOptions)[0];
}

/** Sorts by a field of the visual. */
export function sort(properties: Properties): Sort {
  return { by: properties.text('FieldId'), ...direction(properties) };
}

/** Sorts by a column, also if the visual does not show it. */
function columnSort(properties: Properties): Sort {
  const aggregation = properties.optionalObject('AggregationFunction', (chosen) => chosen.oneOf({
    NumericalAggregationFunction: (number) => number.choice('SimpleNumericalAggregation', AGGREGATIONS),
  }));
  return { by: { column: properties.object('SortBy', column), aggregation }, ...direction(properties) };
}

function direction(properties: Properties): Pick<Sort, 'descending' | 'path'> {
  return { descending: properties.choice('Direction', ['ASC', 'DESC']) === 'DESC', path: properties.path };
}

/** The number of values that are shown. All others are shown together, unless the definition excludes them. */
export function limit(properties: Properties): Limit | undefined {
  const items = properties.optionalNumber('ItemsLimit');
  const others = properties.optionalChoice('OtherCategories', ['INCLUDE', 'EXCLUDE']) !== 'EXCLUDE';
  return items === undefined ? undefined : { items, others };
}
