import { dimensionOf, ValueFormat } from '../../../query/dimensions';
import { ViewDataSet } from '../../data-sets/view-data-set';
import { DrawnVisual, GRID_COLUMNS, subtitled, titled } from '../drawn-visual';
import { fieldId } from '../field-id';
import { valueFormat } from '../formats';

const ID = 'slow-requests';
const ROWS = 14;
const LATENCY = 'response_latency_ms';

/** Dimensions, and columns of the view with the names that people read, in their order. */
const SHOWN: readonly { readonly dimension?: string; readonly column?: string; readonly name?: string; readonly format?: ValueFormat }[] = [
  { column: LATENCY, name: 'Latency', format: 'milliseconds' },
  { column: 'integration_latency_ms', name: 'Backend latency', format: 'milliseconds' },
  { column: 'requested_at', name: 'Received at (UTC)', format: 'timestamp' },
  { dimension: 'customer' },
  { dimension: 'endpoint' },
  { dimension: 'status' },
  { dimension: 'outcome' },
  { column: 'request_id', name: 'Request id' },
];

/** Single requests, the slowest first: where the menu of an endpoint leads. Undefined if latencies are not logged. */
export function slowRequests(requests: ViewDataSet): DrawnVisual | undefined {
  if (!requests.view.columns.some(({ name }) => name === LATENCY)) return undefined;
  const values = SHOWN.flatMap(({ dimension, column, name, format = 'text' }, index) => {
    const found = dimensionOf(requests.view, dimension ?? '');
    const shown = column === undefined ? found && requests.dimension(found) : requests.column(column, name);
    return shown === undefined ? [] : [{
      fieldId: fieldId(ID, index),
      column: { dataSetIdentifier: requests.identifier, columnName: shown.name },
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
