import { AccessLogSetting } from '../../../src/stages/attachment/access-log-setting';
import { FakeRequest, FakeResponse, FakeService, json, refusal } from '../../support/fake-service';

export const REFUSALS = {
  throttled: refusal(429, 'TooManyRequestsException'),
  conflict: refusal(409, 'ConflictException'),
  denied: refusal(403, 'AccessDeniedException'),
  invalid: refusal(400, 'BadRequestException'),
  broken: refusal(500, 'InternalFailure'),
  gone: refusal(404, 'NotFoundException'),
  hang: { stall: 'headers' },
} as const satisfies Record<string, FakeResponse>;

interface Patch {
  readonly op: string;
  readonly path: string;
  readonly value?: string;
}

/** Stages of API Gateway, parameters of Systems Manager, and the place where CloudFormation waits for answers. */
export class FakeControlPlane extends FakeService {
  static start(): Promise<FakeControlPlane> {
    return new FakeControlPlane().listen();
  }

  /** The access log of each stage, by `apiId/stageName`; null where it has none. */
  readonly stages = new Map<string, AccessLogSetting | null>();
  readonly parameters = new Map<string, string>();
  /** What CloudFormation was told, and with which headers. */
  readonly answers: Pick<FakeRequest, 'body' | 'headers'>[] = [];
  /** The calls that were answered, refused ones too. */
  readonly calls: string[] = [];

  /** Refuses a call, if it gives a refusal. */
  refuse: (call: string) => FakeResponse | undefined = () => undefined;
  /** Called before a call is answered. */
  before: (call: string) => Promise<void> | void = () => undefined;

  protected async respond(request: FakeRequest): Promise<FakeResponse> {
    const { path, headers } = request;
    const call = path === '/' ? String(headers['x-amz-target']).replace('AmazonSSM.', '') : `${request.method} ${path}`;
    this.calls.push(call);
    await this.before(call);
    return this.refuse(call) ?? this.answer(call, request);
  }

  private answer(call: string, { method, path, headers, body }: FakeRequest): FakeResponse {
    if (path === '/answer') {
      this.answers.push({ body, headers });
      return {};
    }
    if (path === '/') return this.answerParameter(call, JSON.parse(body));
    return this.answerStage(path, method === 'PATCH' ? JSON.parse(body).patchOperations : []);
  }

  private answerStage(path: string, patches: readonly Patch[]): FakeResponse {
    const id = path.replace(/^\/restapis\/(.*)\/stages\/(.*)$/, '$1/$2');
    const present = this.stages.get(id);
    if (present === undefined) return REFUSALS.gone;
    const patched = patches.reduce(applied, present);
    if (patched && (!patched.destinationArn || !patched.format)) return REFUSALS.invalid;
    this.stages.set(id, patched);
    return json({ stageName: id.split('/')[1], ...patched && { accessLogSettings: patched } });
  }

  private answerParameter(call: string, { Name, Value }: { Name: string; Value: string }): FakeResponse {
    if (call === 'PutParameter') {
      this.parameters.set(Name, Value);
      return json({});
    }
    const value = this.parameters.get(Name);
    if (value === undefined) return refusal(400, 'ParameterNotFound');
    if (call === 'DeleteParameter') this.parameters.delete(Name);
    return json({ Parameter: { Name, Value: value } });
  }
}

function applied(setting: AccessLogSetting | null, { op, path, value }: Patch): AccessLogSetting | null {
  if (op === 'remove' && path === '/accessLogSettings') return null;
  if (op !== 'replace' || !path.startsWith('/accessLogSettings/')) throw new Error(`API Gateway knows no ${op} ${path}.`);
  return { ...setting, [path.replace('/accessLogSettings/', '')]: value } as AccessLogSetting;
}
