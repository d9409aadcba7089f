import { InputError } from '../../../input-error';
import { Field, PlacedDimension, Visual } from '../../definition';
import { dimension, measure } from '../fields';
import { Properties } from '../properties';
import { limit, onlySort } from '../sorting';
import { axisLabels } from '../titles';
import { labelled, LOOKS, visual } from './common';

interface Wells {
  readonly category: readonly Field[];
  readonly colours: readonly Field[];
  readonly values: readonly Field[];
}

export function barChart(properties: Properties): Visual {
  return visual(properties, properties.object('ChartConfiguration', (chart) => {
    chart.notDrawn(...LOOKS, 'CategoryAxis', 'ValueAxis');
    const labels = axisLabels(chart, 'CategoryLabelOptions', 'ValueLabelOptions', 'ColorLabelOptions');
    const wells = wellsOf(chart, 'BarChartAggregatedFieldWells', labels);
    return {
      kind: 'bar',
      ...sorted(chart, wells, 'CategoryItemsLimit', 'ColorItemsLimit'),
      stacked: chart.optionalChoice('BarsArrangement', ['CLUSTERED', 'STACKED']) === 'STACKED',
      vertical: chart.optionalChoice('Orientation', ['HORIZONTAL', 'VERTICAL']) === 'VERTICAL',
    };
  }));
}

export function lineChart(properties: Properties): Visual {
  return visual(properties, properties.object('ChartConfiguration', (chart) => {
    chart.notDrawn(...LOOKS, 'XAxisDisplayOptions', 'PrimaryYAxisDisplayOptions', 'DefaultSeriesSettings');
    chart.optionalChoice('Type', ['LINE']);
    const labels = axisLabels(chart, 'XAxisLabelOptions', 'PrimaryYAxisLabelOptions');
    const wells = wellsOf(chart, 'LineChartAggregatedFieldWells', labels);
    return { kind: 'line', ...sorted(chart, wells, 'CategoryItemsLimitConfiguration', 'ColorItemsLimitConfiguration') };
  }));
}

export function pieChart(properties: Properties): Visual {
  return visual(properties, properties.object('ChartConfiguration', (chart) => {
    chart.notDrawn(...LOOKS, 'DonutOptions');
    const labels = axisLabels(chart, 'CategoryLabelOptions', 'ValueLabelOptions');
    return { kind: 'pie', ...sorted(chart, wellsOf(chart, 'PieChartAggregatedFieldWells', labels), 'CategoryItemsLimit') };
  }));
}

export function heatMap(properties: Properties): Visual {
  return visual(properties, properties.object('ChartConfiguration', (chart) => {
    chart.notDrawn(...LOOKS, 'ColorScale');
    const labels = axisLabels(chart, 'RowLabelOptions', 'ColumnLabelOptions');
    const wells = chart.object('FieldWells', (all) => all.object('HeatMapAggregatedFieldWells', (each) => ({
      rows: labelled([each.one('Rows', dimension)], labels),
      columns: labelled([each.one('Columns', dimension)], labels),
      values: [each.one('Values', measure)],
    })));
    const sorting = chart.optionalObject('SortConfiguration', (all) => ({
      rows: { sort: onlySort(all, 'HeatMapRowSort'), limit: all.optionalObject('HeatMapRowItemsLimitConfiguration', limit) },
      columns: { sort: onlySort(all, 'HeatMapColumnSort'), limit: all.optionalObject('HeatMapColumnItemsLimitConfiguration', limit) },
    }));
    return {
      kind: 'heatMap',
      values: wells.values,
      dimensions: [
        ...wells.columns.map((field) => ({ role: 'column' as const, field, ...sorting?.columns })),
        ...wells.rows.map((field) => ({ role: 'row' as const, field, ...sorting?.rows })),
      ],
    };
  }));
}

function wellsOf(chart: Properties, name: string, labels: ReadonlyMap<string, string>): Wells {
  const wells = chart.object('FieldWells', (all) => all.object(name, (each) => ({
    category: labelled([each.one('Category', dimension)], labels),
    colours: labelled(each.atMostOne('Colors', dimension), labels),
    values: labelled(each.list('Values', measure), labels),
  })));
  // With colours, and in a pie, there is one number for each place.
  const isSingle = wells.colours.length > 0 || name === 'PieChartAggregatedFieldWells';
  if (isSingle && wells.values.length > 1) throw new InputError(`${chart.path}.FieldWells.${name}.Values has ${wells.values.length} items. The preview draws one.`);
  return wells;
}

function sorted(chart: Properties, { category, colours, values }: Wells, limitName: string, colourLimitName?: string): Pick<Visual, 'dimensions' | 'values'> {
  const sorting = chart.optionalObject('SortConfiguration', (all) => ({
    category: { sort: onlySort(all, 'CategorySort'), limit: all.optionalObject(limitName, limit) },
    colours: colourLimitName === undefined ? undefined : { sort: onlySort(all, 'ColorSort'), limit: all.optionalObject(colourLimitName, limit) },
  }));
  const dimensions: PlacedDimension[] = [
    ...category.map((field) => ({ role: 'category' as const, field, ...sorting?.category })),
    ...colours.map((field) => ({ role: 'colour' as const, field, ...sorting?.colours })),
  ];
  return { dimensions, values };
}
