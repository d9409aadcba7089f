import { Bound, CategoryFilter, Filter, FilterGroup, GRANULARITIES, NULL_OPTIONS, TimeRangeFilter } from '../definition';
import { column } from './fields';
import { rollingDate } from './parameters';
import { Properties } from './properties';

/** The group. Undefined if it is disabled. */
export function filterGroup(properties: Properties): FilterGroup | undefined {
  properties.text('FilterGroupId');
  // `ALL_DATASETS` would also filter visuals of other data sets.
  properties.choice('CrossDataset', ['SINGLE_DATASET']);
  const group = {
    filters: properties.list('Filters', filter),
    sheets: properties.object('ScopeConfiguration', (scope) => scope.object('SelectedSheets', (selected) => new Map(
      selected.list('SheetVisualScopingConfigurations', sheetScope)))),
  };
  return properties.optionalChoice('Status', ['ENABLED', 'DISABLED']) === 'DISABLED' ? undefined : group;
}

function sheetScope(properties: Properties): readonly [sheet: string, visuals: ReadonlySet<string> | undefined] {
  const all = properties.choice('Scope', ['ALL_VISUALS', 'SELECTED_VISUALS']) === 'ALL_VISUALS';
  const visuals = properties.texts('VisualIds');
  return [properties.text('SheetId'), all ? undefined : new Set(visuals)];
}

function filter(properties: Properties): Filter {
  return properties.oneOf<Filter>({ TimeRangeFilter: timeRange, CategoryFilter: category });
}

function timeRange(properties: Properties): TimeRangeFilter {
  properties.text('FilterId');
  return {
    kind: 'timeRange',
    column: properties.object('Column', column),
    nulls: properties.choice('NullOption', NULL_OPTIONS),
    granularity: properties.optionalChoice('TimeGranularity', GRANULARITIES) ?? 'DAY',
    minimum: bound(properties, 'RangeMinimumValue', 'IncludeMinimum'),
    maximum: bound(properties, 'RangeMaximumValue', 'IncludeMaximum'),
  };
}

function bound(properties: Properties, name: string, inclusion: string): Bound | undefined {
  const included = properties.has(inclusion) && properties.flag(inclusion);
  return properties.optionalObject(name, (value) => {
    const parameter = value.optionalText('Parameter');
    return {
      included,
      value: parameter === undefined ? { expression: value.object('RollingDate', rollingDate) } : { parameter },
      path: value.path,
    };
  });
}

type Chosen = Pick<CategoryFilter, 'nulls' | 'excludes' | 'values'>;

function category(properties: Properties): CategoryFilter {
  properties.text('FilterId');
  return {
    kind: 'category',
    column: properties.object('Column', column),
    path: properties.path,
    ...properties.object('Configuration', (configuration) => configuration.oneOf<Chosen>({
      CustomFilterConfiguration: (custom) => {
        const all = custom.optionalChoice('SelectAllOptions', ['FILTER_ALL_VALUES']) !== undefined;
        const parameter = custom.optionalText('ParameterName');
        return {
          excludes: custom.choice('MatchOperator', ['EQUALS', 'DOES_NOT_EQUAL']) === 'DOES_NOT_EQUAL',
          nulls: custom.choice('NullOption', NULL_OPTIONS),
          values: parameter !== undefined ? { parameter } : all ? undefined : [custom.text('CategoryValue')],
        };
      },
      FilterListConfiguration: (list) => {
        const all = list.optionalChoice('SelectAllOptions', ['FILTER_ALL_VALUES']) !== undefined;
        const values = list.texts('CategoryValues');
        return {
          excludes: list.choice('MatchOperator', ['CONTAINS', 'DOES_NOT_CONTAIN']) === 'DOES_NOT_CONTAIN',
          nulls: list.optionalChoice('NullOption', NULL_OPTIONS) ?? 'ALL_VALUES',
          values: all ? undefined : values,
        };
      },
    })),
  };
}
