import { DataSet } from '../../data-sets/data-set';
import { DrawnVisual, subtitled, titled } from '../drawn-visual';
import { fieldId } from '../field-id';
import { dateFormat } from '../formats';

const COLUMN = 'complete_until';

/** Up to which instant the numbers of a sheet are complete. */
export function completeUntil(sheet: string, health: DataSet): DrawnVisual {
  const visualId = `${sheet}-complete-until`;
  return {
    visualId,
    dataSet: health,
    columns: 9,
    rows: 4,
    selectable: false,
    visual: {
      kpiVisual: {
        visualId,
        title: titled('Complete until (UTC)'),
        subtitle: subtitled('Later requests may still be on their way.'),
        chartConfiguration: {
          fieldWells: {
            values: [{
              dateMeasureField: {
                fieldId: fieldId(visualId, 0),
                column: { dataSetIdentifier: health.identifier, columnName: COLUMN },
                aggregationFunction: 'MAX',
                formatConfiguration: dateFormat('timestamp'),
              },
            }],
          },
        },
      },
    },
  };
}
