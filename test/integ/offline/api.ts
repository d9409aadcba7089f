import { createServer, IncomingMessage, Server } from 'http';
import { AddressInfo } from 'net';
import { Variables } from '../../../preview/gateway/context-variables';

export interface ApiOptions {
  readonly apiId: string;
  readonly keyId: string;
  readonly keyValue: string;
  /** Requests with the key that are not refused. */
  readonly quota: number;
}

/** Stands for the API on this machine: it answers as API Gateway documents, and keeps what API Gateway would log. */
export class OfflineApi {
  public static async start(options: ApiOptions): Promise<OfflineApi> {
    const api = new OfflineApi(options);
    await new Promise<void>((listening) => api.server.listen(0, '127.0.0.1', listening));
    return api;
  }

  public readonly logged: Variables[] = [];
  private used = 0;
  private readonly server: Server = createServer((request, response) => {
    const variables = this.variablesOf(request);
    this.logged.push(variables);
    response.writeHead(Number(variables.status), { 'x-amz-apigw-id': variables.extendedRequestId }).end('{}');
  });

  private constructor(private readonly options: ApiOptions) {}

  public get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  public stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((stopped) => this.server.close(() => stopped()));
  }

  private variablesOf({ url, headers }: IncomingMessage): Variables {
    const [path] = url!.split('?');
    const outcome = this.outcome(path, headers['x-api-key'] === this.options.keyValue);
    return {
      'apiId': this.options.apiId,
      'domainPrefix': this.options.apiId,
      'stage': path.split('/')[1],
      path,
      'httpMethod': 'GET',
      'identity.userAgent': headers['user-agent']!,
      'extendedRequestId': `x${this.logged.length}=`,
      'requestTimeEpoch': String(Date.now()),
      ...outcome,
    };
  }

  private outcome(path: string, hasKey: boolean): Variables {
    if (!/^\/\w+\/orders\/[^/]+$/.test(path)) return { 'status': '403', 'error.responseType': 'MISSING_AUTHENTICATION_TOKEN' };
    const resource = { resourcePath: '/orders/{order}' };
    if (!hasKey) return { ...resource, 'status': '403', 'error.responseType': 'INVALID_API_KEY' };
    const ofKey = { ...resource, 'identity.apiKeyId': this.options.keyId };
    this.used += 1;
    return this.used > this.options.quota ? { ...ofKey, 'status': '429', 'error.responseType': 'QUOTA_EXCEEDED' } : { ...ofKey, status: '200' };
  }
}
