import { APIGatewayClient, GetApiKeyCommand } from '@aws-sdk/client-api-gateway';
import { environment } from './environment';

/** A request that was sent. It has no value of a key. */
export interface Sent {
  readonly name: 'with the key' | 'without a key' | 'an unknown path' | 'odd characters' | 'over the quota';
  readonly stage: string;
  /** Without the stage. */
  readonly path: string;
  readonly userAgent: string;
  /** Milliseconds since 1970. */
  readonly sentAt: number;
  readonly status: number;
  /** From the response. */
  readonly extendedRequestId: string | null;
}

type Request = Pick<Sent, 'name' | 'path' | 'userAgent'> & { readonly keyed: boolean };

const USER_AGENT = 'usage-integration-test';

export const REQUESTS: readonly Request[] = [
  { name: 'with the key', keyed: true, path: '/orders/4711', userAgent: USER_AGENT },
  { name: 'without a key', keyed: false, path: '/orders/4711', userAgent: USER_AGENT },
  { name: 'an unknown path', keyed: true, path: '/nothing', userAgent: USER_AGENT },
  { name: 'odd characters', keyed: true, path: '/orders/a%22b%5Cc%20%C3%A9\'?q=%22%5C', userAgent: 'say "hi" \\ {"a": 1}, é \t end' },
];

const OVER_QUOTA: Request = { name: 'over the quota', keyed: true, path: '/orders/4711', userAgent: USER_AGENT };

/** API Gateway counts a quota with a delay: the most requests until one is refused. */
const MOST = 200;

/** Sends every request to every stage, and then requests to the first stage until one is over the quota. */
export async function sendRequests(stages: readonly string[]): Promise<Sent[]> {
  const key = await keyValue();
  const sent: Sent[] = [];
  for (const stage of stages) {
    for (const request of REQUESTS) sent.push(await send(stage, request, key));
  }
  for (let count = 0; count < MOST; count++) {
    const request = await send(stages[0], OVER_QUOTA, key);
    if (request.status === 429) return [...sent, request];
  }
  return sent;
}

/** The value of the API key. It must not leave this function of Lambda. */
export async function keyValue(): Promise<string> {
  const { value } = await new APIGatewayClient().send(new GetApiKeyCommand({ apiKey: environment().KEY_ID, includeValue: true }));
  return value!;
}

async function send(stage: string, { name, keyed, path, userAgent }: Request, key: string): Promise<Sent> {
  const sentAt = Date.now();
  const response = await fetch(`${environment().API_URL}/${stage}${path}`, { headers: { 'user-agent': userAgent, ...keyed && { 'x-api-key': key } } });
  await response.arrayBuffer();
  return { name, stage, path, userAgent, sentAt, status: response.status, extendedRequestId: response.headers.get('x-amz-apigw-id') };
}
