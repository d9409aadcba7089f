import * as quicksight from 'aws-cdk-lib/aws-quicksight';
import { VisualContext } from './visual-context';

/** A field of colours. */
export function heatMap(context: VisualContext): quicksight.CfnDashboard.VisualProperty {
  const [x] = context.fields('x');
  const [y] = context.fields('y');
  const [value] = context.measures;
  return {
    heatMapVisual: {
      ...context.frame,
      chartConfiguration: {
        fieldWells: { heatMapAggregatedFieldWells: { columns: [x.well], rows: [y.well], values: [value.well] } },
        sortConfiguration: { heatMapColumnSort: [context.order(x)], heatMapRowSort: [context.order(y)] },
        legend: { visibility: 'VISIBLE' },
      },
    },
  };
}
