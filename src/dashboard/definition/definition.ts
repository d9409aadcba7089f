import * as quicksight from 'aws-cdk-lib/aws-quicksight';
import { CalculatedFields } from './calculated-fields';
import { DrawnVisual } from './drawn-visual';
import { filterGroups } from './filter-groups';
import { PERIOD_PARAMETERS } from './period-filters';
import { selectionParameter } from './selections';
import { sheet } from './sheets';
import { Sheet, SHEETS } from '../../query/question';
import { DataSet } from '../data-sets/data-set';
import { ViewDataSet } from '../data-sets/view-data-set';

/** What a definition is made from. */
export interface Drawn {
  /** The visuals of each sheet, in their order. */
  readonly visuals: ReadonlyMap<Sheet, readonly DrawnVisual[]>;
  readonly calculated: CalculatedFields;
  /** The data set of the view data_health. */
  readonly health: DataSet;
  /** The data sets and their ARNs. */
  readonly dataSets: readonly { readonly identifier: string; readonly arn: string }[];
}

/**
 * The dashboard as QuickSight takes it.
 * @see https://docs.aws.amazon.com/quicksight/latest/APIReference/API_DashboardVersionDefinition.html
 */
export function definition({ visuals, calculated, health, dataSets }: Drawn): quicksight.CfnDashboard.DashboardVersionDefinitionProperty {
  const sheets = SHEETS.flatMap((name) => {
    const onSheet = visuals.get(name) ?? [];
    return onSheet.length === 0 ? [] : [sheet(name, onSheet, health)];
  });
  const selectable = [...visuals.values()].flat().filter((visual) => visual.selectable).flatMap(({ dataSet }) => (dataSet as ViewDataSet).selectable);
  const groups = filterGroups(sheets.map(({ definition: { sheetId }, visuals: onSheet }) => ({ sheetId, visuals: onSheet })));
  return {
    dataSetIdentifierDeclarations: dataSets.map(({ identifier, arn }) => ({ identifier, dataSetArn: arn })),
    options: { weekStart: 'MONDAY' },
    calculatedFields: calculated.all,
    parameterDeclarations: [...PERIOD_PARAMETERS, ...[...new Map(selectable.map((each) => [each.name, each])).values()].map(selectionParameter)],
    filterGroups: groups,
    sheets: sheets.map((each) => each.definition),
  };
}
