/**
 * What visuals with one measure have in common. Readers of another language find it in each of them.
 *
 * @internal
 */
export interface MeasureVisualOptions {
  /**
   * The measure: `requests`, `share`, `customers`, `errors`, `error_rate`, `response_bytes`, `latency_p95` or another one of
   * docs/questions.md.
   *
   * @default 'requests'
   * @throws if there is no such measure, or if the view cannot compute it
   */
  readonly measure?: string;
}

/**
 * Options of a visual with several measures.
 *
 * @example
 * UsageVisual.kpi({ measures: ['requests', 'customers', 'error_rate'] });
 */
export interface MeasuresVisualOptions {
  /**
   * The measures: `requests`, `share`, `customers`, `errors`, `error_rate`, `response_bytes`, `latency_p95` and others of
   * docs/questions.md.
   *
   * @default ['requests']
   * @throws if the list is empty, if there is no such measure, or if the view cannot compute it
   */
  readonly measures?: string[];
}

/**
 * Options of a pie.
 *
 * @example
 * UsageVisual.pie({ dimension: 'usage_plan', measure: 'response_bytes', limit: 5 });
 */
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

/**
 * Options of bars.
 *
 * @example
 * UsageVisual.bar({ dimension: 'customer', colour: 'endpoint', limit: 20 });
 */
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

/**
 * Options of a line over the days.
 *
 * @example
 * UsageVisual.line({ measures: ['error_rate'], colour: 'usage_plan' });
 */
export interface LineVisualOptions extends MeasuresVisualOptions {
  /**
   * The dimension whose values have a line each. Only the ten values with the most requests have one.
   *
   * @default - a line for each measure
   * @throws if the view has no such dimension, or if it is the day
   */
  readonly colour?: string;
}

/**
 * Options of a visual with rows and columns: a pivot or a heat map.
 *
 * @example
 * UsageVisual.pivot({ row: 'customer', column: 'endpoint', measure: 'errors' });
 */
export interface GridVisualOptions extends MeasureVisualOptions {
  /**
   * The dimension whose values are the rows, such as `customer`.
   *
   * @throws if the view has no such dimension
   */
  readonly row: string;

  /**
   * The dimension whose values are the columns, such as `endpoint` or `hour_of_day`.
   *
   * @throws if the view has no such dimension, or if it is the dimension of the rows
   */
  readonly column: string;
}

/**
 * Options of a table.
 *
 * @example
 * UsageVisual.table({ dimensions: ['usage_plan', 'customer'], measures: ['requests', 'errors'] });
 */
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
