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

/** Stands between the handlers and the services: `answer` asks the service. For what can go wrong on the way. */
export type Interceptor = (request: ApiRequest, answer: () => ApiResponse) => ApiResponse;
