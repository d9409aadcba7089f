import * as quicksight from 'aws-cdk-lib/aws-quicksight';
import { VisualContext } from './visual-context';

/** Slices, with their shares. */
export function pie(context: VisualContext): quicksight.CfnDashboard.VisualProperty {
  const [slice] = context.fields('slice');
  const [value] = context.measures;
  return {
    pieChartVisual: {
      ...context.frame,
      chartConfiguration: {
        fieldWells: { pieChartAggregatedFieldWells: { category: [slice.well], values: [value.well] } },
        sortConfiguration: { categorySort: [context.order(slice)], categoryItemsLimit: context.limit(slice) },
        dataLabels: { visibility: 'VISIBLE', categoryLabelVisibility: 'VISIBLE', measureLabelVisibility: 'VISIBLE', labelContent: 'VALUE_AND_PERCENT' },
        legend: { visibility: 'VISIBLE' },
      },
    },
  };
}
