import type {
  BarVisualOptions, HeatMapVisualOptions, LineVisualOptions, MeasuresVisualOptions, PieVisualOptions, PivotVisualOptions, TableVisualOptions,
  UsageVisualOptions,
} from './visual-options';
import { ascending, draw, DrawOptions, top } from './visuals/draw';
import { DimensionRole, Visual, VisualKind } from './visuals/visual';

const SLICES = 9;
const BARS = 10;
const LINES = 10;
const ROWS = 50;
const COLUMNS = 12;
const REST = '(all others)';

/**
 * What to draw from a view of the pipeline. The SQL of the saved query and the picture in the report follow from it.
 *
 * @see https://docs.aws.amazon.com/athena/latest/ug/saved-queries.html
 */
export class UsageVisual {
  /** Numbers, each with its change on the same days one month before. */
  public static kpi(options: MeasuresVisualOptions = {}): UsageVisual {
    return UsageVisual.of('kpi', [], options);
  }

  /** Parts of a whole. */
  public static pie(options: PieVisualOptions): UsageVisual {
    return UsageVisual.of('pie', [top(options.limit ?? SLICES, 'slice', options.dimension, REST)], single(options));
  }

  /** Bars, stacked where there is a colour or more than one measure. */
  public static bar(options: BarVisualOptions): UsageVisual {
    return UsageVisual.of('bar', [top(options.limit ?? BARS, 'bar', options.dimension), ...optional('colour', options.colour)], options);
  }

  /** Lines over the days. */
  public static line(options: LineVisualOptions = {}): UsageVisual {
    const colours = options.colour === undefined ? [] : [top(LINES, 'colour', options.colour)];
    return UsageVisual.of('line', [ascending('x', 'day'), ...colours], options);
  }

  /** A table with a dimension in its rows and another one in its columns. */
  public static pivot(options: PivotVisualOptions): UsageVisual {
    return UsageVisual.of('pivot', [top(ROWS, 'row', options.row, REST), top(COLUMNS, 'column', options.column, REST)], single(options));
  }

  /** A table with a column for each measure. */
  public static table(options: TableVisualOptions): UsageVisual {
    const [first, ...others] = options.dimensions;
    const rows = others.length === 0
      ? [top(options.limit ?? ROWS, 'row', first)]
      : [top(options.limit ?? ROWS, 'group', first), ...others.map((dimension) => top(ROWS, 'row', dimension, REST))];
    return UsageVisual.of('table', rows, options);
  }

  /** A field of colours. */
  public static heatMap(options: HeatMapVisualOptions): UsageVisual {
    return UsageVisual.of('heatMap', [ascending('x', options.x), ascending('y', options.y)], single(options));
  }

  private static of(kind: VisualKind, roles: readonly DimensionRole[], { view, where, measures }: DrawOptions): UsageVisual {
    return new UsageVisual(draw(kind, roles, { view, where, measures }));
  }

  /** @internal */
  public readonly _visual: Visual;

  private constructor(visual: Visual) {
    this._visual = visual;
  }
}

function single({ measure, ...options }: UsageVisualOptions & { readonly measure?: string }): DrawOptions {
  return { ...options, measures: measure === undefined ? undefined : [measure] };
}

function optional(role: DimensionRole['role'], dimension: string | undefined): DimensionRole[] {
  return dimension === undefined ? [] : [ascending(role, dimension)];
}
