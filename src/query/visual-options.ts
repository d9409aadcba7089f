/** Options of every visual. */
export interface UsageVisualOptions {
  /**
   * The view that is drawn: `usage_daily`, `requests`, `all_requests` or another view of the pipeline that has the days of
   * requests. `requests` has every column of a request, including extra columns.
   *
   * @default 'usage_daily'
   * @throws if there is no such view
   */
  readonly view?: string;

  /**
   * Conditions in SQL on the rows of the view, such as `stage = 'prod'`. The visual counts rows for which all of them hold.
   *
   * @default - all rows
   * @throws if a condition is empty
   */
  readonly where?: string[];
}

/** Options of a visual with one measure. */
export interface MeasureVisualOptions extends UsageVisualOptions {
  /**
   * The measure: `requests`, `share`, `customers`, `errors`, `error_rate`, `response_bytes`, `latency_p95` or another one of
   * docs/questions.md.
   *
   * @default 'requests'
   * @throws if there is no such measure, or if the view cannot compute it
   */
  readonly measure?: string;
}

/** Options of a visual with several measures. */
export interface MeasuresVisualOptions extends UsageVisualOptions {
  /**
   * The measures: `requests`, `share`, `customers`, `errors`, `error_rate`, `response_bytes`, `latency_p95` and others of
   * docs/questions.md.
   *
   * @default ['requests']
   * @throws if the list is empty, if there is no such measure, or if the view cannot compute it
   */
  readonly measures?: string[];
}

/** Options of a pie. */
export interface PieVisualOptions extends MeasureVisualOptions {
  /**
   * The dimension whose values are the slices: `customer`, `usage_plan`, `api`, `stage`, `endpoint`, or a column of the view.
   *
   * @throws if the view has no such dimension
   */
  readonly dimension: string;

  /**
   * The highest number of slices, from 1 to 1,000. The other values together are one more slice. Values that are not text,
   * such as hours, have a slice each.
   *
   * @default 9
   * @throws if it is not a whole number in that range
   */
  readonly limit?: number;
}

/** Options of bars. */
export interface BarVisualOptions extends MeasuresVisualOptions {
  /**
   * The dimension whose values are the bars: `customer`, `usage_plan`, `api`, `stage`, `endpoint`, or a column of the view.
   *
   * @throws if the view has no such dimension
   */
  readonly dimension: string;

  /**
   * The dimension whose values have different colours within a bar.
   *
   * @default - a colour for each measure
   * @throws if the view has no such dimension, or if it is the dimension of the bars
   */
  readonly colour?: string;

  /**
   * The highest number of bars, from 1 to 1,000. The values with the most requests have a bar.
   *
   * @default 10
   * @throws if it is not a whole number in that range
   */
  readonly limit?: number;
}

/** Options of a line over the days. */
export interface LineVisualOptions extends MeasuresVisualOptions {
  /**
   * The dimension whose values have a line each. Ten values are shown, those with the most requests.
   *
   * @default - a line for each measure
   * @throws if the view has no such dimension, or if it is the day
   */
  readonly colour?: string;
}

/** Options of a pivot. */
export interface PivotVisualOptions extends MeasureVisualOptions {
  /**
   * The dimension whose values are the rows, such as `customer`. The 50 values with the most requests have a row, and the
   * others share one. Values that are not text, such as hours, have a row each.
   *
   * @throws if the view has no such dimension
   */
  readonly row: string;

  /**
   * The dimension whose values are the columns, such as `endpoint`. The 12 values with the most requests have a column, and
   * the others share one. Values that are not text, such as hours, have a column each.
   *
   * @throws if the view has no such dimension, or if it is the dimension of the rows
   */
  readonly column: string;
}

/** Options of a table. */
export interface TableVisualOptions extends MeasuresVisualOptions {
  /**
   * The dimensions of the rows. With two, the values of the second are listed within each value of the first.
   *
   * @throws if there are none, more than two or the same twice, or if the view has no such dimension
   */
  readonly dimensions: string[];

  /**
   * The highest number of rows, from 1 to 1,000. The values with the most requests have a row.
   *
   * @default 50
   * @throws if it is not a whole number in that range
   */
  readonly limit?: number;
}

/** Options of a heat map. */
export interface HeatMapVisualOptions extends MeasureVisualOptions {
  /**
   * The horizontal dimension, such as `hour_of_day`.
   *
   * @throws if the view has no such dimension
   */
  readonly x: string;

  /**
   * The vertical dimension, such as `weekday`.
   *
   * @throws if the view has no such dimension, or if it is the horizontal dimension
   */
  readonly y: string;
}
