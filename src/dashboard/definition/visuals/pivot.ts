import * as quicksight from 'aws-cdk-lib/aws-quicksight';
import { VisualContext } from './visual-context';

/** A table with dimensions in its rows and its columns, and totals. */
export function pivot(context: VisualContext): quicksight.CfnDashboard.VisualProperty {
  const rows = context.fields('group', 'row');
  const columns = context.fields('column');
  return {
    pivotTableVisual: {
      ...context.frame,
      chartConfiguration: {
        fieldWells: {
          pivotTableAggregatedFieldWells: {
            rows: rows.map(({ well }) => well), columns: columns.map(({ well }) => well), values: context.measures.map(({ well }) => well),
          },
        },
        sortConfiguration: {
          fieldSortOptions: [...rows, ...columns].map((field) => ({ fieldId: field.fieldId, sortBy: { field: fieldSort(context, field) } })),
        },
        totalOptions: {
          rowTotalOptions: { totalsVisibility: 'VISIBLE', placement: 'END' },
          columnTotalOptions: { totalsVisibility: 'VISIBLE', placement: 'END' },
        },
      },
    },
  };
}

/** A pivot table sorts by a field that it shows. */
function fieldSort(context: VisualContext, field: ReturnType<VisualContext['fields']>[number]) {
  const { fieldSort: shown } = context.order(field);
  return shown ?? { fieldId: context.measures[0].fieldId, direction: 'DESC' };
}
