export interface ApiRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
}

export interface ApiResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: Buffer;
}

/** Intercepts a handler's call of a service, to simulate failures. `answer` calls the service. */
export type Interceptor = (request: ApiRequest, answer: () => ApiResponse) => ApiResponse;
