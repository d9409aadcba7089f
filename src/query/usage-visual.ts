import { BAR_OPTIONS, GRID_OPTIONS, KPI_OPTIONS, LINE_OPTIONS, PIE_OPTIONS, TABLE_OPTIONS } from './visual-checks';
import { mistakeInOptions, mistakeInRoles } from './visual-mistakes';
import type {
  BarVisualOptions, GridVisualOptions, LineVisualOptions, MeasuresVisualOptions, MeasureVisualOptions, PieVisualOptions, TableVisualOptions,
} from './visual-options';
import { ascending, draw, DrawOptions, top } from './visuals/draw';
import { DimensionRole, Visual, VisualKind } from './visuals/visual';
import { Checks } from '../synth/checks';
import { wrongOption } from '../synth/guard';

const SLICES = 9;
const BARS = 10;
const LINES = 10;
const ROWS = 50;
const COLUMNS = 12;
const REST = '(all others)';

/** A visual, or what is wrong with its options. It is reported where the question of the visual is added. */
export type RequestedVisual = { readonly visual: Visual; readonly mistake?: undefined } | { readonly mistake: string };

/**
 * What to draw from the view of a question. The SQL of the saved query and the picture in the report follow from it.
 *
 * @see https://docs.aws.amazon.com/athena/latest/ug/saved-queries.html
 * @example
 * usage.addQuestion(UsageQuestion.visual({
 *   id: 'plans',
 *   title: 'Plans',
 *   question: 'Which usage plans do requests belong to?',
 *   visual: UsageVisual.pie({ dimension: 'usage_plan' }),
 * }));
 */
export class UsageVisual {
  /** Key figures, each with its change since the same days one month before. */
  public static kpi(options: MeasuresVisualOptions = {}): UsageVisual {
    return UsageVisual.of('kpi', KPI_OPTIONS, options, () => draw('kpi', [], options));
  }

  /** A pie chart. */
  public static pie(options: PieVisualOptions): UsageVisual {
    return UsageVisual.of('pie', PIE_OPTIONS, options, () =>
      draw('pie', [top(options.limit ?? SLICES, 'slice', options.dimension, REST)], single(options)));
  }

  /** A bar chart. Bars are stacked if there is a colour or more than one measure. */
  public static bar(options: BarVisualOptions): UsageVisual {
    return UsageVisual.of('bar', BAR_OPTIONS, options, () =>
      draw('bar', [top(options.limit ?? BARS, 'bar', options.dimension), ...optional('colour', options.colour)], options));
  }

  /** A line chart over the days. */
  public static line(options: LineVisualOptions = {}): UsageVisual {
    return UsageVisual.of('line', LINE_OPTIONS, options, () => {
      const colours = options.colour === undefined ? [] : [top(LINES, 'colour', options.colour)];
      return draw('line', [ascending('x', 'day'), ...colours], options);
    });
  }

  /**
   * A table with a dimension in its rows and another one in its columns. Each of the 50 values with the most requests has a
   * row, and each of the 12 values with the most requests has a column. The other values share a row or a column. Each value
   * that is not text, such as an hour, has its own.
   */
  public static pivot(options: GridVisualOptions): UsageVisual {
    return UsageVisual.of('pivot', GRID_OPTIONS, options, () =>
      draw('pivot', [top(ROWS, 'row', options.row, REST), top(COLUMNS, 'column', options.column, REST)], single(options)));
  }

  /** A table with a column for each measure. */
  public static table(options: TableVisualOptions): UsageVisual {
    return UsageVisual.of('table', TABLE_OPTIONS, options, () => draw('table', tableRows(options), options));
  }

  /** A grid of two dimensions, with a row and a column for each of their values. The colour of each cell shows the measure. */
  public static heatMap(options: GridVisualOptions): UsageVisual {
    return UsageVisual.of('heatMap', GRID_OPTIONS, options, () =>
      draw('heatMap', [ascending('x', options.column), ascending('y', options.row)], single(options)));
  }

  private static of<Options extends object>(kind: VisualKind, checks: Checks<Options>, options: Options, make: () => Visual): UsageVisual {
    const factory = `UsageVisual.${kind}`;
    const mistake = wrongOption(factory, checks, options) ?? mistakeInOptions(factory, options);
    if (mistake !== undefined) return new UsageVisual({ mistake });
    const visual = make();
    const repeated = mistakeInRoles(factory, visual);
    return new UsageVisual(repeated === undefined ? { visual } : { mistake: repeated });
  }

  /** @internal */
  public readonly _requested: RequestedVisual;

  private constructor(requested: RequestedVisual) {
    this._requested = requested;
  }
}

function tableRows({ dimensions: [first, ...others], limit = ROWS }: TableVisualOptions): DimensionRole[] {
  return others.length === 0
    ? [top(limit, 'row', first)]
    : [top(limit, 'group', first), ...others.map((dimension) => top(ROWS, 'row', dimension, REST))];
}

function single({ measure }: MeasureVisualOptions): DrawOptions {
  return { measures: measure === undefined ? undefined : [measure] };
}

function optional(role: DimensionRole['role'], dimension: string | undefined): DimensionRole[] {
  return dimension === undefined ? [] : [ascending(role, dimension)];
}
