/** What every visual can have. */
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
   * Conditions in SQL on the rows of the view, all of which must hold, such as `stage = 'prod'`.
   *
   * @default - all rows
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
   * @throws if there is no such measure, or if the view cannot compute it
   */
  readonly measures?: string[];
}

/** Options of a pie. */
export interface PieVisualOptions extends MeasureVisualOptions {
  /**
   * What each slice is: `customer`, `usage_plan`, `api`, `stage`, `endpoint`, or a column of the view.
   *
   * @throws if the view has no such dimension
   */
  readonly dimension: string;

  /**
   * The most slices. The other values are one slice.
   *
   * @default 9
   */
  readonly limit?: number;
}

/** Options of bars. */
export interface BarVisualOptions extends MeasuresVisualOptions {
  /**
   * What each bar is: `customer`, `usage_plan`, `api`, `stage`, `endpoint`, or a column of the view.
   *
   * @throws if the view has no such dimension
   */
  readonly dimension: string;

  /**
   * The dimension whose values are the colours of a bar.
   *
   * @default - a colour for each measure
   * @throws if the view has no such dimension
   */
  readonly colour?: string;

  /**
   * The most bars: those with the most requests.
   *
   * @default 10
   */
  readonly limit?: number;
}

/** Options of a line over the days. */
export interface LineVisualOptions extends MeasuresVisualOptions {
  /**
   * The dimension whose values have a line each: the ten with the most requests.
   *
   * @default - a line for each measure
   * @throws if the view has no such dimension
   */
  readonly colour?: string;
}

/** Options of a pivot. */
export interface PivotVisualOptions extends MeasureVisualOptions {
  /**
   * What each row is.
   *
   * @throws if the view has no such dimension
   */
  readonly row: string;

  /**
   * What each column is.
   *
   * @throws if the view has no such dimension
   */
  readonly column: string;
}

/** Options of a table. */
export interface TableVisualOptions extends MeasuresVisualOptions {
  /**
   * What each row is: one dimension, or two of which the second is listed within the first.
   *
   * @throws if there are none or more than two, or if the view has no such dimension
   */
  readonly dimensions: string[];

  /**
   * The most rows: those with the most requests.
   *
   * @default 50
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
   * @throws if the view has no such dimension
   */
  readonly y: string;
}
