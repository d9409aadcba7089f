import * as quicksight from 'aws-cdk-lib/aws-quicksight';
import { DimensionField } from './fields';
import { parameterOf } from './selections';
import { sheetId } from './sheet-id';
import { Sheet } from '../../query/question';

/** Where the menu of a value leads: to the sheet that says more about it. */
const DRILL_DOWNS: readonly { readonly dimension: 'customer' | 'endpoint'; readonly name: string; readonly target: Sheet }[] = [
  { dimension: 'customer', name: 'Endpoints of this customer', target: 'Endpoints' },
  { dimension: 'endpoint', name: 'Slowest requests of this endpoint', target: 'Requests' },
];

/**
 * Entries of the menu of a data point: they open another sheet, with what was clicked as its selection.
 * @param leadsTo whether an entry can lead to a sheet
 */
export function drillDown(
  leadsTo: (sheet: Sheet) => boolean, visualId: string, fields: readonly DimensionField[],
): quicksight.CfnDashboard.VisualCustomActionProperty[] {
  return DRILL_DOWNS.filter(({ target }) => leadsTo(target)).flatMap(({ dimension, name, target }) => {
    const field = fields.find((candidate) => candidate.dimension.name === dimension);
    return field === undefined ? [] : [{
      customActionId: `${visualId}-${dimension}`,
      name,
      trigger: 'DATA_POINT_MENU',
      status: 'ENABLED',
      actionOperations: [
        { navigationOperation: { localNavigationConfiguration: { targetSheetId: sheetId(target) } } },
        {
          setParametersOperation: {
            parameterValueConfigurations: [{ destinationParameterName: parameterOf(field.dimension), value: { sourceField: field.fieldId } }],
          },
        },
      ],
    }];
  });
}
