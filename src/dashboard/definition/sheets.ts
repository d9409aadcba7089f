import * as quicksight from 'aws-cdk-lib/aws-quicksight';
import { DrawnVisual, GRID_COLUMNS } from './drawn-visual';
import { controlElements, gridElements } from './layout';
import { periodControls } from './period-filters';
import { selectionControl } from './selections';
import { sheetId } from './sheet-id';
import { completeUntil } from './visuals/complete-until';
import { Sheet } from '../../query/question';
import { DataSet } from '../data-sets/data-set';
import { SELECTABLE, ViewDataSet } from '../data-sets/view-data-set';

const TEXT = 'Days are UTC. The controls choose dates, customers and more for all visuals, except for those that name a period of their own.';

/** A sheet, and all visuals on it. */
export interface DefinedSheet {
  readonly visuals: readonly DrawnVisual[];
  readonly definition: quicksight.CfnDashboard.SheetDefinitionProperty;
}

/** A sheet with its visuals below its controls, and the instant up to which they are complete. */
export function sheet(name: Sheet, visuals: readonly DrawnVisual[], health: DataSet): DefinedSheet {
  const id = sheetId(name);
  const complete = completeUntil(id, health);
  const all = [complete, ...visuals];
  const controls = controlsOf(id, visuals);
  const text = { sheetTextBoxId: `${id}-text`, content: `<text-box>${TEXT}</text-box>` };
  return {
    visuals: all,
    definition: {
      sheetId: id,
      name,
      title: name,
      contentType: 'INTERACTIVE',
      visuals: all.map(({ visual }) => visual),
      textBoxes: [text],
      parameterControls: controls,
      layouts: [{
        configuration: {
          gridLayout: {
            canvasSizeOptions: { screenCanvasSizeOptions: { resizeOption: 'FIXED', optimizedViewPortWidth: '1600px' } },
            elements: gridElements([
              { elementId: text.sheetTextBoxId, elementType: 'TEXT_BOX', columns: GRID_COLUMNS - complete.columns, rows: complete.rows },
              ...all.map(({ visualId, columns, rows }) => ({ elementId: visualId, elementType: 'VISUAL' as const, columns, rows })),
            ]),
          },
        },
      }],
      sheetControlLayouts: [{ configuration: { gridLayout: { elements: controlElements(controls.map(controlId)) } } }],
    },
  };
}

/** The controls that act on a visual of a sheet. */
function controlsOf(id: string, visuals: readonly DrawnVisual[]): quicksight.CfnDashboard.ParameterControlProperty[] {
  const selectable = visuals.filter((visual) => visual.selectable);
  const present = new Map(selectable.flatMap(({ dataSet }) => (dataSet as ViewDataSet).selectable).map((dimension) => [dimension.name, dimension]));
  return [
    ...selectable.some(({ since }) => since === undefined) ? periodControls(id) : [],
    ...SELECTABLE.flatMap((name) => present.get(name) ?? []).map((dimension) => selectionControl(id, dimension)),
  ];
}

function controlId({ dropdown, dateTimePicker }: quicksight.CfnDashboard.ParameterControlProperty): string {
  const control = (dropdown ?? dateTimePicker) as { readonly parameterControlId: string };
  return control.parameterControlId;
}
