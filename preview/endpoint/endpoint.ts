import { createServer, IncomingMessage, Server } from 'http';
import { AddressInfo } from 'net';
import { answerApiGateway } from './api-gateway';
import { answerGlue } from './glue';
import { ApiRequest, ApiResponse, Interceptor } from './http';
import { answerS3 } from './s3';
import { answerSecretsManager } from './secrets-manager';
import { TableCatalog } from '../catalog/table-catalog';
import { Account } from '../directory/account';
import { ObjectStore } from '../storage/object-store';

/** What the services know. */
export interface Services {
  readonly store: ObjectStore;
  readonly account: Account;
  readonly catalog: TableCatalog;
}

/** The address that the handlers' AWS SDK calls for API Gateway, AWS Glue, S3 and Secrets Manager. */
export class Endpoint {
  public static async start(services: Services, intercept: Interceptor = (_request, ask) => ask()): Promise<Endpoint> {
    const server = createServer((request, response) => {
      const answered = read(request).then((apiRequest) => intercept(apiRequest, () => answer(services, apiRequest)));
      void answered.then(({ status, headers = {}, body }) => {
        response.writeHead(status, Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [name, value])));
        response.end(body);
      }).catch(() => response.destroy());
    });
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
    return new Endpoint(server);
  }

  private constructor(private readonly server: Server) {}

  public get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  public close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}

async function read(request: IncomingMessage): Promise<ApiRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const url = new URL(request.url!, 'http://preview');
  return {
    method: request.method!,
    path: url.pathname,
    query: url.searchParams,
    headers: request.headers as ApiRequest['headers'],
    body: Buffer.concat(chunks),
  };
}

function answer({ store, account, catalog }: Services, request: ApiRequest): ApiResponse {
  // The scope of the signature names the service.
  const service = /\/([a-z0-9-]+)\/aws4_request/.exec(request.headers.authorization ?? '')?.[1];
  switch (service) {
    case 's3': return answerS3(store, { ...request, path: decodeURIComponent(request.path) });
    case 'glue': return answerGlue(catalog, request);
    case 'secretsmanager': return answerSecretsManager(request);
    default: return answerApiGateway(account, request);
  }
}
