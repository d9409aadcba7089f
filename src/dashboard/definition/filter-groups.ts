import * as quicksight from 'aws-cdk-lib/aws-quicksight';
import { DrawnVisual } from './drawn-visual';
import { chosenPeriod, rollingPeriod } from './period-filters';
import { conditionFilter, selectionFilter } from './selections';
import { ViewDataSet } from '../data-sets/view-data-set';

/** The visuals of a sheet. */
export interface DrawnSheet {
  readonly sheetId: string;
  readonly visuals: readonly DrawnVisual[];
}

/**
 * The filters of a dashboard, for each data set: what the controls select, with the chosen dates or with the period that some
 * visuals have of their own, and the conditions of visuals.
 */
export function filterGroups(sheets: readonly DrawnSheet[]): quicksight.CfnDashboard.FilterGroupProperty[] {
  const visuals = sheets.flatMap((sheet) => sheet.visuals).filter(({ selectable }) => selectable);
  const dataSets = new Set(visuals.map(({ dataSet }) => dataSet as ViewDataSet));
  return [...dataSets].flatMap((dataSet) => {
    const filtered = visuals.filter((visual) => visual.dataSet === dataSet);
    const periods = [...new Set(filtered.map(({ since }) => since))];
    const conditions = [...new Set(filtered.flatMap(({ condition }) => condition ?? []))];
    return [
      ...periods.map((since, index) => {
        const id = since === undefined ? 'chosen' : `since-${index}`;
        const filters = since === undefined ? chosenPeriod(dataSet) : rollingPeriod(dataSet, id, since);
        return group(`${dataSet.identifier}-${id}`, filters, sheets, filtered.filter((visual) => visual.since === since));
      }),
      ...conditions.map((condition, index) => {
        const id = `${dataSet.identifier}-where-${index}`;
        return group(id, [conditionFilter(dataSet, id, condition)], sheets, filtered.filter((visual) => visual.condition === condition));
      }),
      group(`${dataSet.identifier}-selected`, dataSet.selectable.map((dimension) => selectionFilter(dataSet, dimension)), sheets, filtered),
    ];
  });
}

/** Filters that act together on some visuals. */
function group(
  filterGroupId: string, filters: quicksight.CfnDashboard.FilterProperty[], sheets: readonly DrawnSheet[], filtered: readonly DrawnVisual[],
): quicksight.CfnDashboard.FilterGroupProperty {
  const scopes = sheets.flatMap(({ sheetId, visuals }) => {
    const acted = visuals.filter((visual) => filtered.includes(visual));
    if (acted.length === 0) return [];
    // It acts on the visuals of its data set, of all that are in its scope.
    const all = visuals.every((visual) => visual.dataSet !== acted[0].dataSet || acted.includes(visual));
    return [all ? { sheetId, scope: 'ALL_VISUALS' } : { sheetId, scope: 'SELECTED_VISUALS', visualIds: acted.map(({ visualId }) => visualId) }];
  });
  return {
    filterGroupId,
    filters,
    crossDataset: 'SINGLE_DATASET',
    status: 'ENABLED',
    scopeConfiguration: { selectedSheets: { sheetVisualScopingConfigurations: scopes } },
  };
}
