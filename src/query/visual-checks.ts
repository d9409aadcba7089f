import type {
  BarVisualOptions, GridVisualOptions, LineVisualOptions, MeasuresVisualOptions, MeasureVisualOptions, PieVisualOptions, TableVisualOptions,
} from './visual-options';
import { Checks, listOf, NUMBER, required, TEXT } from '../synth/checks';

const MEASURE: Checks<MeasureVisualOptions> = { measure: TEXT };
const MEASURES: Checks<MeasuresVisualOptions> = { measures: listOf('a list of measures, such as [\'requests\']', TEXT) };

export const KPI_OPTIONS = MEASURES;
export const PIE_OPTIONS: Checks<PieVisualOptions> = { ...MEASURE, dimension: required(TEXT), limit: NUMBER };
export const BAR_OPTIONS: Checks<BarVisualOptions> = { ...MEASURES, dimension: required(TEXT), colour: TEXT, limit: NUMBER };
export const LINE_OPTIONS: Checks<LineVisualOptions> = { ...MEASURES, colour: TEXT };
export const GRID_OPTIONS: Checks<GridVisualOptions> = { ...MEASURE, row: required(TEXT), column: required(TEXT) };

export const TABLE_OPTIONS: Checks<TableVisualOptions> = {
  ...MEASURES,
  dimensions: required(listOf('a list of dimensions, such as [\'customer\']', TEXT)),
  limit: NUMBER,
};
