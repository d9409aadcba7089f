import { Colour } from '../../colours';

/** What bar charts and line charts draw. */
export interface Plot {
  readonly axis: readonly AxisText[];
  readonly series: readonly PlottedSeries[];
  /** Whether the numbers are counts. Their axis has no fractions. */
  readonly isCount: boolean;
  inWords(value?: number | null): string;
}

interface AxisText {
  readonly text: string;
  /** It stands for missing values, or for all others together. */
  readonly isStandIn: boolean;
}

export interface PlottedSeries {
  readonly name: string;
  readonly colour: Colour;
  /** A value for each place of the axis. */
  readonly values: readonly (number | null)[];
  /** How the numbers of this series are written, if the series differ. */
  readonly inWords?: (value?: number | null) => string;
}
