import { createServer, IncomingMessage, Server, ServerResponse } from 'http';
import { AddressInfo } from 'net';
import { TokenBucket } from './token-bucket';
import { sdkEnvironment } from '../../support/sdk';

/** An item of a list as API Gateway sends it. */
export interface Item {
  readonly id: string;
  readonly [field: string]: unknown;
}

export interface ControlPlane {
  restApis: Item[];
  stages: Record<string, object[]>;
  usagePlans: Item[];
  apiKeys: Item[];
  usagePlanKeys: Record<string, Item[]>;
}

export interface StoredObject {
  readonly body: string;
  readonly headers: IncomingMessage['headers'];
}

/** The few calls of API Gateway and S3 that the directory makes, with API Gateway's throttle and its largest page. */
export class FakeAws {
  static async start(controlPlane: Partial<ControlPlane> = {}): Promise<FakeAws> {
    const fake = new FakeAws({ restApis: [], stages: {}, usagePlans: [], apiKeys: [], usagePlanKeys: {}, ...controlPlane });
    await new Promise<void>((resolve) => fake.server.listen(0, '127.0.0.1', resolve));
    return fake;
  }

  /** Moments at which a call of the control plane arrived, refused ones too. */
  readonly arrivals: number[] = [];
  readonly objects = new Map<string, StoredObject>();
  /** Keys of the objects in the order in which they were put. */
  readonly puts: string[] = [];
  throttle = new TokenBucket(10, 40);
  throttled = 0;
  private readonly server: Server;

  private constructor(readonly controlPlane: ControlPlane) {
    this.server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => this.answer(request, response, Buffer.concat(chunks).toString()));
    });
  }

  /** Called before an answer is given; what it returns is sent instead. */
  intercept: (path: string, url: URL) => { status: number; body: string } | undefined = () => undefined;

  get environment(): Record<string, string> {
    return sdkEnvironment(`http://127.0.0.1:${(this.server.address() as AddressInfo).port}`);
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private answer(request: IncomingMessage, response: ServerResponse, body: string): void {
    const url = new URL(request.url!, 'http://localhost');
    const path = decodeURIComponent(url.pathname);
    const instead = this.intercept(path, url);
    if (instead) return void response.writeHead(instead.status).end(instead.body);
    if (path.startsWith('/bucket/')) return this.answerS3(request, response, path.slice('/bucket/'.length), body);
    this.arrivals.push(performance.now());
    if (!this.throttle.take()) {
      this.throttled += 1;
      return refuse(response, 429, 'TooManyRequestsException');
    }
    const stagesOfApi = /^\/restapis\/([^/]+)\/stages$/.exec(path);
    if (stagesOfApi) return this.answerStages(response, this.controlPlane.stages[stagesOfApi[1]]);
    this.answerList(response, this.list(path), Number(url.searchParams.get('limit') ?? 25), Number(url.searchParams.get('position') ?? 0));
  }

  private list(path: string): Item[] | undefined {
    const keysOfPlan = /^\/usageplans\/([^/]+)\/keys$/.exec(path);
    if (keysOfPlan) return this.controlPlane.usagePlanKeys[keysOfPlan[1]];
    return { '/restapis': this.controlPlane.restApis, '/usageplans': this.controlPlane.usagePlans, '/apikeys': this.controlPlane.apiKeys }[path];
  }

  private answerList(response: ServerResponse, list: Item[] | undefined, limit: number, start: number): void {
    if (!list) return refuse(response, 404, 'NotFoundException');
    if (limit > 500) return refuse(response, 400, 'BadRequestException');
    const next = start + limit;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ item: list.slice(start, next), ...next < list.length ? { position: String(next) } : {} }));
  }

  /** All at once: this list has no pages. */
  private answerStages(response: ServerResponse, item: object[] | undefined): void {
    if (!item) return refuse(response, 404, 'NotFoundException');
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ item }));
  }

  private answerS3({ method, headers }: IncomingMessage, response: ServerResponse, key: string, body: string): void {
    if (method === 'PUT') {
      this.objects.set(key, { body, headers });
      this.puts.push(key);
      return void response.end();
    }
    const stored = this.objects.get(key);
    if (!stored) return void response.writeHead(404).end();
    for (const [name, value] of Object.entries(stored.headers)) if (name.startsWith('x-amz-meta-')) response.setHeader(name, value!);
    response.end();
  }
}

function refuse(response: ServerResponse, status: number, type: string): void {
  response.writeHead(status, { 'content-type': 'application/json', 'x-amzn-errortype': type }).end(JSON.stringify({ message: `Refused: ${type}` }));
}
