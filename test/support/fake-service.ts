import { createServer, IncomingHttpHeaders, OutgoingHttpHeaders, Server, ServerResponse } from 'http';
import { AddressInfo } from 'net';
import { sdkEnvironment } from './sdk';

/** A request, with its whole body. */
export interface FakeRequest {
  readonly method: string;
  /** Decoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What never comes: the headers of a response, or the second half of its body. */
export type Stall = 'headers' | 'body';

export interface FakeResponse {
  /** 200 by default. */
  readonly status?: number;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string;
  readonly stall?: Stall;
}

/** Stands for AWS services on this machine. A test says what they answer, and with which faults. */
export abstract class FakeService {
  private readonly server: Server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url!, 'http://localhost');
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => send(response, await this.respond({
      method: request.method!,
      path: decodeURIComponent(pathname),
      query: searchParams,
      headers: request.headers,
      body: Buffer.concat(chunks).toString(),
    })));
  });

  private port = 0;

  public get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  public get environment(): Record<string, string> {
    return sdkEnvironment(this.url);
  }

  public async listen(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.port = (this.server.address() as AddressInfo).port;
    return this;
  }

  public stop(): Promise<void> {
    this.dropConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  public dropConnections(): void {
    this.server.closeAllConnections();
  }

  protected abstract respond(request: FakeRequest): FakeResponse | Promise<FakeResponse>;
}

/** A response with a value, as the JSON protocols of AWS send it. */
export function json(value: object): FakeResponse {
  return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) };
}

/** A refusal, as the JSON protocols of AWS send it. */
export function refusal(status: number, type: string, message = `Refused: ${type}.`): FakeResponse {
  return { status, headers: { 'content-type': 'application/json', 'x-amzn-errortype': type }, body: JSON.stringify({ __type: type, message }) };
}

function send(response: ServerResponse, { status = 200, headers = {}, body = '', stall }: FakeResponse): void {
  if (stall === 'headers') return;
  response.writeHead(status, status === 304 ? headers : { ...headers, 'content-length': Buffer.byteLength(body) });
  if (stall === 'body') response.write(body.slice(0, body.length / 2));
  else response.end(body);
}
