import type {
  BarVisualOptions, HeatMapVisualOptions, LineVisualOptions, MeasuresVisualOptions, MeasureVisualOptions, PieVisualOptions, PivotVisualOptions,
  TableVisualOptions, UsageVisualOptions,
} from './visual-options';
import { Checks, listOf, NUMBER, required, TEXT } from '../synth/checks';

const ANY: Checks<UsageVisualOptions> = { view: TEXT, where: listOf('a list of conditions, such as ["stage = \'prod\'"]', TEXT) };
const MEASURE: Checks<MeasureVisualOptions> = { ...ANY, measure: TEXT };
const MEASURES: Checks<MeasuresVisualOptions> = { ...ANY, measures: listOf('a list of measures, such as [\'requests\']', TEXT) };

export const KPI_OPTIONS = MEASURES;
export const PIE_OPTIONS: Checks<PieVisualOptions> = { ...MEASURE, dimension: required(TEXT), limit: NUMBER };
export const BAR_OPTIONS: Checks<BarVisualOptions> = { ...MEASURES, dimension: required(TEXT), colour: TEXT, limit: NUMBER };
export const LINE_OPTIONS: Checks<LineVisualOptions> = { ...MEASURES, colour: TEXT };
export const PIVOT_OPTIONS: Checks<PivotVisualOptions> = { ...MEASURE, row: required(TEXT), column: required(TEXT) };
export const HEAT_MAP_OPTIONS: Checks<HeatMapVisualOptions> = { ...MEASURE, x: required(TEXT), y: required(TEXT) };

export const TABLE_OPTIONS: Checks<TableVisualOptions> = {
  ...MEASURES,
  dimensions: required(listOf('a list of dimensions, such as [\'customer\']', TEXT)),
  limit: NUMBER,
};
