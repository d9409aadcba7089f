import * as quicksight from 'aws-cdk-lib/aws-quicksight';
import { VisualContext } from './visual-context';
import { sortedBy } from '../fields';

/** A row for each group, with a column for each measure. */
export function table(context: VisualContext): quicksight.CfnDashboard.VisualProperty {
  const [groups, rows] = [context.fields('group'), context.fields('row')];
  const dimensions = [...groups, ...rows];
  return {
    tableVisual: {
      ...context.frame,
      chartConfiguration: {
        fieldWells: { tableAggregatedFieldWells: { groupBy: dimensions.map(({ well }) => well), values: context.measures.map(({ well }) => well) } },
        sortConfiguration: { rowSort: [...groups.map((group) => sortedBy(group, 'ASC')), context.byMeasure] },
      },
    },
  };
}
