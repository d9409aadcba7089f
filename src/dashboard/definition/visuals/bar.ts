import * as quicksight from 'aws-cdk-lib/aws-quicksight';
import { VisualContext } from './visual-context';
import { listed } from '../drawn-visual';

/** Bars, stacked where there is more than one measure or a colour. */
export function bar(context: VisualContext): quicksight.CfnDashboard.VisualProperty {
  const [category] = context.fields('bar');
  const colours = context.fields('colour');
  return {
    barChartVisual: {
      ...context.frame,
      chartConfiguration: {
        orientation: 'HORIZONTAL',
        barsArrangement: 'STACKED',
        fieldWells: {
          barChartAggregatedFieldWells: {
            category: [category.well], values: context.values(colours), colors: listed(colours.map(({ well }) => well)),
          },
        },
        sortConfiguration: {
          categorySort: [context.order(category)],
          categoryItemsLimit: context.limit(category),
          colorSort: listed(colours.map((colour) => context.order(colour))),
          colorItemsLimit: colours.length > 0 ? context.limit(colours[0]) : undefined,
        },
        legend: { visibility: 'VISIBLE' },
      },
    },
  };
}
