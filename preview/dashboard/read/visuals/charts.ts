import { Field, PlacedDimension, Sort, Visual } from '../../definition';
import { dimension, measure } from '../fields';
import { Properties } from '../properties';
import { limit, sorts } from '../sorting';
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
      rows: labelled(each.list('Rows', dimension), labels), columns: labelled(each.list('Columns', dimension), labels), values: each.list('Values', measure),
    })));
    const sorting = chart.optionalObject('SortConfiguration', (all) => ({
      rows: { sort: first(sorts(all, 'HeatMapRowSort')), limit: all.optionalObject('HeatMapRowItemsLimitConfiguration', limit) },
      columns: { sort: first(sorts(all, 'HeatMapColumnSort')), limit: all.optionalObject('HeatMapColumnItemsLimitConfiguration', limit) },
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
  return chart.object('FieldWells', (all) => all.object(name, (wells) => ({
    category: labelled(wells.list('Category', dimension), labels),
    values: labelled(wells.list('Values', measure), labels),
    colours: labelled(wells.list('Colors', dimension), labels),
  })));
}

function sorted(chart: Properties, { category, colours, values }: Wells, limitName: string, colourLimitName?: string): Pick<Visual, 'dimensions' | 'values'> {
  const sorting = chart.optionalObject('SortConfiguration', (all) => ({
    category: { sort: first(sorts(all, 'CategorySort')), limit: all.optionalObject(limitName, limit) },
    colours: colourLimitName === undefined ? undefined : { sort: first(sorts(all, 'ColorSort')), limit: all.optionalObject(colourLimitName, limit) },
  }));
  const dimensions: PlacedDimension[] = [
    ...category.map((field) => ({ role: 'category' as const, field, ...sorting?.category })),
    ...colours.map((field) => ({ role: 'colour' as const, field, ...sorting?.colours })),
  ];
  return { dimensions, values };
}

/** Between equals the value decides. */
function first(all: readonly Sort[]): Sort | undefined {
  return all[0];
}
