import { MONTH_BEFORE, Period } from '../../../query/period';
import { VisualQuestion } from '../../../query/question';
import { ResolvedVisual } from '../../../query/visuals/resolved-visual';
import { ViewDataSet } from '../../data-sets/view-data-set';
import { CalculatedFields } from '../calculated-fields';
import { DrawnVisual, GRID_COLUMNS, subtitled, titled } from '../drawn-visual';
import { Fields } from '../fields';

const ROWS = 5;

/** A visual for each measure: its value in the period, and its change on the same days one month before. */
export function kpis({ id, period }: VisualQuestion, visual: ResolvedVisual, dataSet: ViewDataSet, calculated: CalculatedFields): DrawnVisual[] {
  const periods = twoPeriods(period, dataSet, calculated);
  return visual.measures.map((measure) => {
    const visualId = `${id}-${measure.id.replaceAll('_', '-')}`;
    const fields = new Fields(visualId, dataSet, calculated);
    const [value, before] = periods.map((name) => fields.measure(measure, `${measure.label}, ${name}`, name).well);
    return {
      visualId,
      dataSet,
      columns: GRID_COLUMNS / 6,
      rows: ROWS,
      since: monthEarlier(period.rollingStart),
      selectable: true,
      visual: {
        kpiVisual: {
          visualId,
          title: titled(measure.label),
          subtitle: subtitled(`${periods[0]}, and change on ${MONTH_BEFORE.title}`),
          chartConfiguration: {
            fieldWells: { values: [value], targetValues: [before] },
            kpiOptions: { primaryValueDisplayType: 'ACTUAL', comparison: { comparisonMethod: 'PERCENT_DIFFERENCE' } },
          },
        },
      },
    };
  });
}

/** Fields that are 1 in the rows of the period, and of the same days one month before. */
function twoPeriods({ title, rollingStart }: Period, dataSet: ViewDataSet, calculated: CalculatedFields): [current: string, before: string] {
  const time = `{${dataSet.time}}`;
  const name = title[0].toUpperCase() + title.slice(1);
  return [
    calculated.add(dataSet, name, `ifelse(${time} >= ${rollingStart}, 1, 0)`),
    calculated.add(dataSet, `${name}, one month before`,
      `ifelse(${time} >= ${monthEarlier(rollingStart)} AND ${time} < ${monthEarlier('now()')}, 1, 0)`),
  ];
}

function monthEarlier(instant: string): string {
  return `addDateTime(-1, 'MM', ${instant})`;
}
