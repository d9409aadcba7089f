import { KEY } from '../preview/orders-app';

/** A request that the pipelines before this library have logged. */
export interface EarlierRequest {
  readonly time: Date;
  readonly keyId: string;
  readonly customer: string;
  readonly plan: string;
  readonly status: string;
}

/** Of a key that there is, renamed since; of a key that was deleted; and without a key. */
export const BEFORE: readonly EarlierRequest[] = [
  { time: new Date('2026-05-16T23:59:58Z'), keyId: KEY, customer: 'Umbrella', plan: 'Gold', status: '200' },
  { time: new Date('2026-05-17T10:05:03Z'), keyId: 'gone', customer: 'Initech', plan: 'Silver', status: '429' },
  { time: new Date('2026-05-17T10:05:04Z'), keyId: '-', customer: '-', plan: '-', status: '403' },
];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** As API Gateway logs `$context.requestTime`. */
function commonLogTime(time: Date): string {
  const iso = time.toISOString();
  return `${iso.slice(8, 10)}/${MONTHS[time.getUTCMonth()]}/${iso.slice(0, 4)}:${iso.slice(11, 19)} +0000`;
}

function folders(time: Date): string[] {
  return [time.toISOString().slice(0, 4), time.toISOString().slice(5, 7), time.toISOString().slice(8, 10), time.toISOString().slice(11, 13)];
}

/** The object in which the pipeline of the post leaves a request: Firehose's default prefix, and the line that its function returns. */
export function objectOfPost(request: EarlierRequest): [url: string, text: string] {
  const { time, keyId, customer, plan, status } = request;
  const line = {
    requestId: `post-${time.getTime()}`,
    ip: '203.0.113.9',
    caller: '-',
    user: '-',
    requestTime: commonLogTime(time),
    httpMethod: 'GET',
    resourcePath: '/orders',
    status,
    protocol: 'HTTP/1.1',
    responseLength: '120',
    apiId: 'a1b2c3',
    stage: 'prod',
    apiKeyId: keyId,
    customerName: customer,
    usagePlanName: plan,
  };
  return [`s3://OLD-BUCKET/${folders(time).join('/')}/amazon-apigateway-orders-1-${time.getTime()}`, `${JSON.stringify(line)}\n`];
}

/** The object of AWS's sample: no slash after the hour, the time rewritten, and dots in the names of two fields. */
export function objectOfSample(request: EarlierRequest): [url: string, text: string] {
  const { time, keyId, customer, plan, status } = request;
  const [year, month, day, hour] = folders(time);
  const line = {
    'apiId': 'a1b2c3',
    'stage': 'prod',
    'requestId': `sample-${time.getTime()}`,
    'ip': '203.0.113.9',
    'requestTime': time.toISOString().slice(0, 19),
    'httpMethod': 'GET',
    'routeKey': '-',
    status,
    'protocol': 'HTTP/1.1',
    'responseLength': '120',
    'accountId': '111122223333',
    'identityApiKeyId': keyId,
    'path': '/prod/orders',
    'resourcePath': '/orders',
    'responseLatency': '12',
    'identity.apiKeyName': customer,
    'identity.usagePlanName': plan,
  };
  const url = `s3://OLD-BUCKET/logs/year=${year}/month=${month}/day=${day}/hour=${hour}amazon-apigateway-orders-1-${time.getTime()}`;
  return [url, `${JSON.stringify(line)}\n`];
}
