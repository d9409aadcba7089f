import { Athena, Row } from './athena';
import { Pipeline } from './environment';
import { readSent } from './files';
import { Sent } from './send-requests';

/** A request, and its row. */
export interface Delivered {
  readonly sent: Sent;
  readonly row: Row;
}

const COLUMNS = [
  'extended_request_id', 'status', 'http_method', 'resource_path', 'path', 'user_agent', 'stage', 'api_id', 'api_key_id', 'api_key_name', 'customer_name',
  'usage_plan_name', 'error_response_type', 'enrichment_status', 'parse_status', 'domain_prefix',
];

/** The requests to the stage of a pipeline, each with its rows. */
export async function deliveredTo(pipeline: Pipeline): Promise<{ readonly delivered: Delivered[]; readonly missing: Sent[] }> {
  const sent = (await readSent() ?? []).filter(({ stage }) => stage === pipeline.stage);
  const rows = await new Athena(pipeline).rows(rowsOf(sent));
  const byId = new Map(rows.map((row) => [row.extended_request_id, row]));
  const withRow = (one: Sent) => byId.get(one.extendedRequestId ?? undefined);
  return {
    delivered: sent.filter(withRow).map((one) => ({ sent: one, row: withRow(one)! })),
    missing: sent.filter((one) => !withRow(one)),
  };
}

/** The rows of requests, with their time in milliseconds since 1970. Only folders of these days are read. */
function rowsOf(sent: readonly Sent[]): string {
  const [first, last] = [Math.min, Math.max].map((of) => new Date(of(...sent.map(({ sentAt }) => sentAt))).toISOString().slice(0, 19).replace('T', ' '));
  return `SELECT ${COLUMNS.join(', ')}, CAST(to_unixtime(requested_at) * 1000 AS bigint) AS requested_ms
FROM requests
WHERE partition_to >= TIMESTAMP '${first}' AND partition_from <= TIMESTAMP '${last}'
  AND extended_request_id IN (${sent.map(({ extendedRequestId }) => `'${extendedRequestId}'`).join(', ')})`;
}
