import { createServer, IncomingMessage, request as httpRequest, Server, ServerResponse } from 'http';
import { AddressInfo } from 'net';

const ANSWER = '/answer';

/** Stands before an AWS that never throttles, and throttles; and is the place where CloudFormation waits for answers. */
export class ThrottlingProxy {
  static async start(endpoint: string): Promise<ThrottlingProxy> {
    const proxy = new ThrottlingProxy(new URL(endpoint));
    await new Promise<void>((resolve) => proxy.server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  /** How many of the calls to come are throttled. */
  throttle = 0;
  readonly answers: unknown[] = [];
  private readonly server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => this.handle(request, response, Buffer.concat(chunks)));
  });

  private constructor(private readonly target: URL) {}

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get answerUrl(): string {
    return this.url + ANSWER;
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private handle(request: IncomingMessage, response: ServerResponse, body: Buffer): void {
    if (request.url === ANSWER) {
      this.answers.push(JSON.parse(body.toString()));
      return void response.end();
    }
    if (this.throttle-- > 0) {
      response.writeHead(429, { 'content-type': 'application/json', 'x-amzn-errortype': 'TooManyRequestsException' });
      return void response.end('{"message":"Too Many Requests"}');
    }
    const { method, url: path, headers } = request;
    httpRequest({ host: this.target.hostname, port: this.target.port, method, path, headers }, (answered) => {
      response.writeHead(answered.statusCode!, answered.headers);
      answered.pipe(response);
    }).end(body);
  }
}
