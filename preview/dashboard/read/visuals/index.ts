import { Visual } from '../../definition';
import { Properties } from '../properties';
import { barChart, heatMap, lineChart, pieChart } from './charts';
import { kpi } from './kpi';
import { pivotTable, table } from './tables';

export function visualOf(properties: Properties): Visual {
  return properties.oneOf({
    KPIVisual: kpi,
    PieChartVisual: pieChart,
    BarChartVisual: barChart,
    LineChartVisual: lineChart,
    PivotTableVisual: pivotTable,
    TableVisual: table,
    HeatMapVisual: heatMap,
  });
}
