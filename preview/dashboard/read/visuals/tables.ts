import { Field, Sort, Totals, Visual } from '../../definition';
import { dimension, measure, unaggregated } from '../fields';
import { Properties } from '../properties';
import { sort, sorts } from '../sorting';
import { visual } from './common';

/** The options of a field in a table. */
interface FieldOption {
  readonly label?: string;
  readonly hidden: boolean;
}

export function table(properties: Properties): Visual {
  properties.notDrawn('ConditionalFormatting');
  return visual(properties, properties.object('ChartConfiguration', (chart) => {
    chart.notDrawn('TableOptions', 'TableInlineVisualizations', 'PaginatedReportOptions', 'Interactions');
    const options = fieldOptions(chart, 'Order', 'PinnedFieldOptions');
    const wells = chart.object('FieldWells', (all) => all.oneOf<Pick<Visual, 'values' | 'dimensions' | 'aggregated'>>({
      TableAggregatedFieldWells: (each) => ({
        aggregated: true,
        dimensions: each.list('GroupBy', dimension).map((field) => ({ role: 'row', field: withOption(field, options) })),
        values: each.list('Values', measure).map((field) => withOption(field, options)),
      }),
      TableUnaggregatedFieldWells: (each) => ({
        aggregated: false, dimensions: [], values: each.list('Values', unaggregated).map((field) => withOption(field, options)),
      }),
    }));
    const rowSort = chart.optionalObject('SortConfiguration', (sorting) => {
      sorting.notDrawn('PaginationConfiguration');
      return sorts(sorting, 'RowSort');
    }) ?? [];
    return { kind: 'table', ...wells, rowSort, totals: totalsOf(chart.optionalObject('TotalOptions', areShown) ?? false) };
  }));
}

export function pivotTable(properties: Properties): Visual {
  properties.notDrawn('ConditionalFormatting');
  return visual(properties, properties.object('ChartConfiguration', (chart) => {
    chart.notDrawn('TableOptions', 'PaginatedReportOptions', 'Interactions');
    const options = fieldOptions(chart, 'CollapseStateOptions', 'DataPathOptions');
    const wells = chart.object('FieldWells', (all) => all.object('PivotTableAggregatedFieldWells', (each) => ({
      rows: each.list('Rows', dimension), columns: each.list('Columns', dimension), values: each.list('Values', measure),
    })));
    const sorting = new Map(chart.optionalObject('SortConfiguration', (all) => all.list('FieldSortOptions', pivotSort)) ?? []);
    const placed = (role: 'row' | 'column') => (field: Field) => ({ role, field: withOption(field, options), sort: sorting.get(field.id) });
    return {
      kind: 'pivot',
      dimensions: [...wells.rows.map(placed('row')), ...wells.columns.map(placed('column'))],
      values: wells.values.map((field) => withOption(field, options)),
      totals: chart.optionalObject('TotalOptions', pivotTotals) ?? totalsOf(false),
    };
  }));
}

function pivotSort(properties: Properties): readonly [fieldId: string, sort: Sort] {
  return [properties.text('FieldId'), properties.object('SortBy', (by) => by.oneOf({ Field: sort }))];
}

function pivotTotals(properties: Properties): Totals {
  properties.optionalObject('RowSubtotalOptions', (options) => options.choice('TotalsVisibility', ['HIDDEN']));
  properties.optionalObject('ColumnSubtotalOptions', (options) => options.choice('TotalsVisibility', ['HIDDEN']));
  return {
    rows: properties.optionalObject('RowTotalOptions', areShown) ?? false,
    columns: properties.optionalObject('ColumnTotalOptions', areShown) ?? false,
  };
}

/** Totals in a definition are shown unless their visibility is HIDDEN. */
function areShown(properties: Properties): boolean {
  properties.notDrawn('Placement', 'ScrollStatus', 'CustomLabel', 'TotalCellStyle', 'ValueCellStyle', 'MetricHeaderCellStyle', 'FieldLevel', 'StyleTargets');
  return properties.optionalChoice('TotalsVisibility', ['VISIBLE', 'HIDDEN']) !== 'HIDDEN';
}

function totalsOf(rows: boolean): Totals {
  return { rows, columns: false };
}

function fieldOptions(chart: Properties, ...notDrawn: readonly string[]): ReadonlyMap<string, FieldOption> {
  return new Map(chart.optionalObject('FieldOptions', (options) => {
    options.notDrawn(...notDrawn);
    return options.list('SelectedFieldOptions', (option) => {
      option.notDrawn('Width');
      return [option.text('FieldId'), {
        label: option.optionalText('CustomLabel'), hidden: option.optionalChoice('Visibility', ['VISIBLE', 'HIDDEN']) === 'HIDDEN',
      }] as const;
    });
  }) ?? []);
}

function withOption(field: Field, options: ReadonlyMap<string, FieldOption>): Field {
  const { label = field.label, hidden = false } = options.get(field.id) ?? {};
  return { ...field, label, hidden };
}
