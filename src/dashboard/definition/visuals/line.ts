import * as quicksight from 'aws-cdk-lib/aws-quicksight';
import { VisualContext } from './visual-context';
import { listed } from '../drawn-visual';

/** Lines over the days. */
export function line(context: VisualContext): quicksight.CfnDashboard.VisualProperty {
  const [x] = context.fields('x');
  const colours = context.fields('colour');
  return {
    lineChartVisual: {
      ...context.frame,
      chartConfiguration: {
        type: 'LINE',
        fieldWells: {
          lineChartAggregatedFieldWells: {
            category: [x.well], values: context.values(colours), colors: listed(colours.map(({ well }) => well)),
          },
        },
        sortConfiguration: {
          categorySort: [context.order(x)],
          colorItemsLimitConfiguration: colours.length > 0 ? context.limit(colours[0]) : undefined,
        },
        legend: { visibility: 'VISIBLE' },
      },
    },
  };
}
