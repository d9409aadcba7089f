import * as quicksight from 'aws-cdk-lib/aws-quicksight';
import { bar } from './bar';
import { heatMap } from './heat-map';
import { kpis } from './kpi';
import { line } from './line';
import { pie } from './pie';
import { pivot } from './pivot';
import { table } from './table';
import { VisualContext } from './visual-context';
import { Sheet, VisualQuestion } from '../../../query/question';
import { ResolvedVisual } from '../../../query/visuals/resolved-visual';
import { VisualKind } from '../../../query/visuals/visual';
import { ViewDataSet } from '../../data-sets/view-data-set';
import { CalculatedFields } from '../calculated-fields';
import { DrawnVisual, GRID_COLUMNS } from '../drawn-visual';
import { Fields } from '../fields';

interface Drawing {
  readonly draw: (context: VisualContext) => quicksight.CfnDashboard.VisualProperty;
  /** Columns and rows of the grid. */
  readonly size: readonly [columns: number, rows: number];
}

const HALF = GRID_COLUMNS / 2;

/** How each kind of visual is drawn. */
const DRAWINGS: Readonly<Record<Exclude<VisualKind, 'kpi'>, Drawing>> = {
  pie: { draw: pie, size: [HALF, 12] },
  bar: { draw: bar, size: [HALF, 12] },
  line: { draw: line, size: [HALF, 12] },
  heatMap: { draw: heatMap, size: [GRID_COLUMNS, 12] },
  pivot: { draw: pivot, size: [GRID_COLUMNS, 14] },
  table: { draw: table, size: [HALF, 12] },
};

/**
 * A question's visual as QuickSight draws it: one, or for a KPI one for each measure.
 * @param isShown whether the dashboard has a sheet, so that an action can lead there. It is asked when all visuals are known
 */
export function drawVisual(
  question: VisualQuestion, visual: ResolvedVisual, dataSet: ViewDataSet, calculated: CalculatedFields, isShown: (sheet: Sheet) => boolean,
): DrawnVisual[] {
  const condition = visual.where.length > 0 ? dataSet.condition(visual.where).name : undefined;
  if (visual.kind === 'kpi') return kpis(question, visual, dataSet, calculated).map((drawn) => ({ ...drawn, condition }));
  const { draw, size: [columns, rows] } = DRAWINGS[visual.kind];
  const context = new VisualContext(question, visual, new Fields(question.id, dataSet, calculated), isShown);
  return [{
    visualId: question.id,
    dataSet,
    get visual() { return draw(context); },
    columns,
    rows,
    condition,
    selectable: true,
  }];
}
