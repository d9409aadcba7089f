/** A method of the API. */
export interface Endpoint {
  readonly method: string;
  readonly resourcePath: string;
  readonly share: number;
  readonly success: string;
  /** Median latency of the backend, in milliseconds. */
  readonly latency: number;
  /** Median length of a response, in bytes. */
  readonly length: number;
  /** Share of requests for things that do not exist. */
  readonly notFound?: number;
  /** Share of requests whose body fails validation. */
  readonly invalid?: number;
  /** Whether an authorizer checks requests too. */
  readonly authorized?: boolean;
  /** Whether it is being replaced, so that it gets fewer and fewer requests. */
  readonly retiring?: boolean;
}

/** Needs no key. */
export const HEALTH: Endpoint = { method: 'GET', resourcePath: '/health', share: 0, success: '200', latency: 4, length: 15 };

export const ENDPOINTS: readonly Endpoint[] = [
  { method: 'GET', resourcePath: '/v1/orders/{orderId}', share: 32, success: '200', latency: 35, length: 1900, notFound: 0.03 },
  { method: 'GET', resourcePath: '/v1/orders', share: 22, success: '200', latency: 70, length: 9400 },
  { method: 'POST', resourcePath: '/v1/orders', share: 12, success: '201', latency: 120, length: 700, invalid: 0.025 },
  { method: 'GET', resourcePath: '/v1/products', share: 14, success: '200', latency: 55, length: 14000 },
  { method: 'GET', resourcePath: '/v1/products/{sku}', share: 11, success: '200', latency: 25, length: 1200, notFound: 0.05 },
  { method: 'POST', resourcePath: '/v1/quotes', share: 5, success: '200', latency: 180, length: 2600, invalid: 0.04 },
  { method: 'DELETE', resourcePath: '/v1/orders/{orderId}', share: 2, success: '204', latency: 60, length: 0, notFound: 0.08, authorized: true },
  // A slow endpoint: the caller waits for a report, and some requests time out.
  { method: 'GET', resourcePath: '/v1/reports/{month}', share: 3, success: '200', latency: 6500, length: 48000 },
  { method: 'GET', resourcePath: '/v0/orders', share: 9, success: '200', latency: 210, length: 9900, retiring: true },
];

/** The part of its share that an endpoint still has. An endpoint that is being replaced gets no requests in the last fifth of the time. */
export function inUse({ retiring }: Endpoint, progress: number): number {
  return retiring ? Math.max(0, 1 - progress / 0.8) : 1;
}
