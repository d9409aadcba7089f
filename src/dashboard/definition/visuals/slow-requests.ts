import { dimensionOf, ValueFormat } from '../../../query/dimensions';
import { ViewDataSet } from '../../data-sets/view-data-set';
import { DrawnVisual, GRID_COLUMNS, subtitled, titled } from '../drawn-visual';
import { fieldId } from '../field-id';
import { valueFormat } from '../formats';

const ID = 'slow-requests';
const ROWS = 14;
const LATENCY = 'response_latency_ms';

/** Dimensions and columns of the view, in their order. */
const SHOWN: readonly { readonly dimension?: string; readonly column?: string; readonly format?: ValueFormat }[] = [
  { column: LATENCY, format: 'milliseconds' },
  { column: 'integration_latency_ms', format: 'milliseconds' },
  { column: 'requested_at', format: 'timestamp' },
  { dimension: 'customer' },
  { dimension: 'endpoint' },
  { dimension: 'status' },
  { dimension: 'outcome' },
  { column: 'request_id' },
];

/** Single requests, the slowest first: where the menu of an endpoint leads. Undefined if latencies are not logged. */
export function slowRequests(requests: ViewDataSet): DrawnVisual | undefined {
  if (!requests.column(LATENCY)) return undefined;
  const values = SHOWN.flatMap(({ dimension, column, format = 'text' }, index) => {
    const shown = column === undefined ? dimensionOf(requests.view, dimension!) : undefined;
    const name = column === undefined ? shown && requests.dimension(shown).name : requests.column(column)?.name;
    return name === undefined ? [] : [{
      fieldId: fieldId(ID, index),
      column: { dataSetIdentifier: requests.identifier, columnName: name },
      formatConfiguration: valueFormat(format),
    }];
  });
  return {
    visualId: ID,
    dataSet: requests,
    columns: GRID_COLUMNS,
    rows: ROWS,
    selectable: true,
    visual: {
      tableVisual: {
        visualId: ID,
        title: titled('Slowest requests'),
        subtitle: subtitled('Which requests took longest in the chosen dates?'),
        chartConfiguration: {
          fieldWells: { tableUnaggregatedFieldWells: { values } },
          sortConfiguration: { rowSort: [{ fieldSort: { fieldId: values[0].fieldId, direction: 'DESC' } }] },
        },
      },
    },
  };
}
