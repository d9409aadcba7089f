import { createServer, IncomingMessage, Server, ServerResponse } from 'http';
import { AddressInfo } from 'net';
import { AccessLogSetting } from '../../../src/stages/attachment/access-log-setting';
import { sdkEnvironment } from '../../support/sdk';

interface Refusal {
  readonly status: number;
  readonly type: string;
}

export const REFUSALS = {
  throttled: { status: 429, type: 'TooManyRequestsException' },
  conflict: { status: 409, type: 'ConflictException' },
  denied: { status: 403, type: 'AccessDeniedException' },
  invalid: { status: 400, type: 'BadRequestException' },
  broken: { status: 500, type: 'InternalFailure' },
  gone: { status: 404, type: 'NotFoundException' },
} as const satisfies Record<string, Refusal>;

interface Patch {
  readonly op: string;
  readonly path: string;
  readonly value?: string;
}

/** Stages of API Gateway, parameters of Systems Manager, and the place where CloudFormation waits for answers. */
export class FakeControlPlane {
  static async start(): Promise<FakeControlPlane> {
    const fake = new FakeControlPlane();
    await new Promise<void>((resolve) => fake.server.listen(0, '127.0.0.1', resolve));
    fake.url = `http://127.0.0.1:${(fake.server.address() as AddressInfo).port}`;
    return fake;
  }

  /** The access log of each stage, by `apiId/stageName`; null where it has none. */
  readonly stages = new Map<string, AccessLogSetting | null>();
  readonly parameters = new Map<string, string>();
  /** What CloudFormation was told, and with which headers. */
  readonly answers: { body: string; headers: IncomingMessage['headers'] }[] = [];
  /** The calls that were answered, refused ones too. */
  readonly calls: string[] = [];
  url = '';

  private readonly server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => this.answer(request, response, Buffer.concat(chunks).toString()));
  });

  /** Refuses a call, if it gives a refusal; `hang` never answers. */
  refuse: (call: string) => Refusal | 'hang' | undefined = () => undefined;

  get environment(): Record<string, string> {
    return sdkEnvironment(this.url);
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  dropConnections(): void {
    this.server.closeAllConnections();
  }

  private answer(request: IncomingMessage, response: ServerResponse, body: string): void {
    const path = decodeURIComponent(request.url!);
    const call = path === '/' ? String(request.headers['x-amz-target']).replace('AmazonSSM.', '') : `${request.method} ${path}`;
    this.calls.push(call);
    const refusal = this.refuse(call);
    if (refusal === 'hang') return;
    if (refusal) return send(response, refusal);
    if (path === '/answer') {
      this.answers.push({ body, headers: request.headers });
      return void response.end();
    }
    if (path === '/') return this.answerParameter(call, JSON.parse(body), response);
    this.answerStage(path, request.method === 'PATCH' ? JSON.parse(body).patchOperations : [], response);
  }

  private answerStage(path: string, patches: readonly Patch[], response: ServerResponse): void {
    const id = path.replace(/^\/restapis\/(.*)\/stages\/(.*)$/, '$1/$2');
    const present = this.stages.get(id);
    if (present === undefined) return send(response, REFUSALS.gone);
    const patched = patches.reduce(applied, present);
    if (patched && (!patched.destinationArn || !patched.format)) return send(response, REFUSALS.invalid);
    this.stages.set(id, patched);
    send(response, { status: 200 }, { stageName: id.split('/')[1], ...patched && { accessLogSettings: patched } });
  }

  private answerParameter(call: string, { Name, Value }: { Name: string; Value: string }, response: ServerResponse): void {
    if (call === 'PutParameter') {
      this.parameters.set(Name, Value);
      return send(response, { status: 200 }, {});
    }
    const value = this.parameters.get(Name);
    if (value === undefined) return send(response, { status: 400, type: 'ParameterNotFound' });
    if (call === 'DeleteParameter') this.parameters.delete(Name);
    send(response, { status: 200 }, { Parameter: { Name, Value: value } });
  }
}

function applied(setting: AccessLogSetting | null, { op, path, value }: Patch): AccessLogSetting | null {
  if (op === 'remove' && path === '/accessLogSettings') return null;
  if (op !== 'replace' || !path.startsWith('/accessLogSettings/')) throw new Error(`API Gateway knows no ${op} ${path}.`);
  return { ...setting, [path.replace('/accessLogSettings/', '')]: value } as AccessLogSetting;
}

function send(response: ServerResponse, { status, type }: { status: number; type?: string }, body: object = { message: `Refused: ${type}.` }): void {
  response.writeHead(status, { 'content-type': 'application/json', ...type && { 'x-amzn-errortype': type } });
  response.end(JSON.stringify(type ? { __type: type, ...body } : body));
}
