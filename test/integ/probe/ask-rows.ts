import { Answer, believed, differences } from './answer';
import { Delivered, deliveredTo } from './delivered';
import { environment, pipelines } from './environment';
import { objectsIn, readObject, readSent, writeSent } from './files';
import { Sent, sendRequests } from './send-requests';

const STATUSES: Readonly<Record<Sent['name'], number>> = {
  'with the key': 200, 'without a key': 403, 'an unknown path': 403, 'odd characters': 200, 'over the quota': 429,
};

const CLOCK_TOLERANCE_MS = 60_000;

/** Sends the requests once the directory knows the key. */
export async function sending(): Promise<Answer> {
  const unknown = [];
  for (const { stage, bucket } of pipelines()) {
    const keys = await objectsIn(bucket, 'directory/snapshot.json');
    const known = keys.length > 0 && (await readObject(bucket, keys[0])).includes(environment().KEY_ID);
    if (!known) unknown.push(`the directory of ${stage} does not know the key`);
  }
  if (unknown.length > 0) return believed(unknown, 'not yet');
  let sent = await readSent();
  if (!sent) await writeSent(sent = await sendRequests(pipelines().map(({ stage }) => stage)));
  const quota = sent.some(({ name }) => name === 'over the quota') ? [] : ['no request was over the quota'];
  return believed([...quota, ...sent.flatMap((one) => differences(`${one.name}, ${one.stage}`, { status: STATUSES[one.name] }, { ...one }))]);
}

/** Every request is a row of its pipeline, by the id in the response. */
export async function rows(): Promise<Answer> {
  const missing = [];
  for (const pipeline of pipelines()) missing.push(...(await deliveredTo(pipeline)).missing);
  return believed(missing.map(({ name, stage, extendedRequestId }) => `${name}, ${stage}: no row ${extendedRequestId}`), 'not yet');
}

/** The names, the extra column and the endpoint of requests with the key. */
export function names(): Promise<Answer> {
  const { KEY_ID, API_ID, PLAN, CUSTOMER } = environment();
  return ofRows(['with the key', 'odd characters'], ({ stage, status }) => ({
    stage,
    status: String(status),
    http_method: 'GET',
    resource_path: '/orders/{order}',
    api_id: API_ID,
    api_key_id: KEY_ID,
    api_key_name: CUSTOMER,
    customer_name: CUSTOMER,
    usage_plan_name: PLAN,
    enrichment_status: 'enriched',
    error_response_type: undefined,
    domain_prefix: API_ID,
  }));
}

/** When the request was received. */
export async function times(): Promise<Answer> {
  const late = (await all()).filter(({ sent, row }) => !(Math.abs(Number(row.requested_ms) - sent.sentAt) < CLOCK_TOLERANCE_MS));
  return believed(late.map(({ sent, row }) => `${sent.name}, ${sent.stage}: sent at ${sent.sentAt}, received at ${row.requested_ms}`));
}

export function withoutKey(): Promise<Answer> {
  return ofRows(['without a key'], () => ({ status: '403', api_key_id: undefined, error_response_type: 'INVALID_API_KEY', enrichment_status: 'no_key' }));
}

export function unknownPath(): Promise<Answer> {
  return ofRows(['an unknown path'], () => ({ status: '403', api_key_id: undefined, error_response_type: 'MISSING_AUTHENTICATION_TOKEN', enrichment_status: 'no_key' }));
}

export function overQuota(): Promise<Answer> {
  const { KEY_ID, PLAN } = environment();
  return ofRows(['over the quota'], () => ({ status: '429', api_key_id: KEY_ID, usage_plan_name: PLAN, error_response_type: 'QUOTA_EXCEEDED' }));
}

/** Characters that would end a JSON string. */
export function escaping(): Promise<Answer> {
  return ofRows(['odd characters'], ({ stage, path, userAgent }) => ({ path: `/${stage}${path.split('?')[0]}`, user_agent: userAgent, parse_status: 'strict' }));
}

async function all(): Promise<Delivered[]> {
  const found = [];
  for (const pipeline of pipelines()) found.push(...(await deliveredTo(pipeline)).delivered);
  return found;
}

async function ofRows(these: readonly Sent['name'][], expected: (sent: Sent) => Readonly<Record<string, string | undefined>>): Promise<Answer> {
  const found = (await all()).filter(({ sent }) => these.includes(sent.name));
  if (found.length === 0) return believed(['there is no such row']);
  return believed(found.flatMap(({ sent, row }) => differences(`${sent.name}, ${sent.stage}`, expected(sent), row)));
}
