import { TokenBucket } from './token-bucket';
import { FakeRequest, FakeResponse, FakeService, json, refusal } from '../../support/fake-service';

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

type StoredObject = Pick<FakeRequest, 'body' | 'headers'>;

/** The few calls of API Gateway and S3 that the directory makes, with API Gateway's throttle and its largest page. */
export class FakeAws extends FakeService {
  static start(controlPlane: Partial<ControlPlane> = {}): Promise<FakeAws> {
    return new FakeAws({ restApis: [], stages: {}, usagePlans: [], apiKeys: [], usagePlanKeys: {}, ...controlPlane }).listen();
  }

  /** Moments at which a call of the control plane arrived, refused ones too. */
  readonly arrivals: number[] = [];
  readonly objects = new Map<string, StoredObject>();
  /** Keys of the objects in the order in which they were put. */
  readonly puts: string[] = [];
  throttle = new TokenBucket(10, 40);
  throttled = 0;

  private constructor(readonly controlPlane: ControlPlane) {
    super();
  }

  /** Called before an answer is given; what it returns is sent instead. */
  intercept: (path: string, request: FakeRequest) => FakeResponse | undefined | Promise<FakeResponse | undefined> = () => undefined;

  protected async respond(request: FakeRequest): Promise<FakeResponse> {
    const { path } = request;
    const isOfS3 = path.startsWith('/bucket/');
    if (!isOfS3) this.arrivals.push(performance.now());
    const instead = await this.intercept(path, request);
    if (instead) return instead;
    return isOfS3 ? this.answerS3(request, path.slice('/bucket/'.length)) : this.answerApiGateway(request);
  }

  private answerApiGateway({ path, query }: FakeRequest): FakeResponse {
    if (!this.throttle.take()) {
      this.throttled += 1;
      return refusal(429, 'TooManyRequestsException');
    }
    const stagesOfApi = /^\/restapis\/([^/]+)\/stages$/.exec(path);
    if (stagesOfApi) return this.answerStages(this.controlPlane.stages[stagesOfApi[1]]);
    return this.answerList(this.list(path), Number(query.get('limit') ?? 25), Number(query.get('position') ?? 0));
  }

  private list(path: string): Item[] | undefined {
    const keysOfPlan = /^\/usageplans\/([^/]+)\/keys$/.exec(path);
    if (keysOfPlan) return this.controlPlane.usagePlanKeys[keysOfPlan[1]];
    return { '/restapis': this.controlPlane.restApis, '/usageplans': this.controlPlane.usagePlans, '/apikeys': this.controlPlane.apiKeys }[path];
  }

  private answerList(list: Item[] | undefined, limit: number, start: number): FakeResponse {
    if (!list) return refusal(404, 'NotFoundException');
    if (limit > 500) return refusal(400, 'BadRequestException');
    const next = start + limit;
    return json({ item: list.slice(start, next), ...next < list.length ? { position: String(next) } : {} });
  }

  /** All at once: this list has no pages. */
  private answerStages(item: object[] | undefined): FakeResponse {
    return item ? json({ item }) : refusal(404, 'NotFoundException');
  }

  private answerS3({ method, headers, body }: FakeRequest, key: string): FakeResponse {
    if (method === 'PUT') {
      this.objects.set(key, { body, headers });
      this.puts.push(key);
      return {};
    }
    const stored = this.objects.get(key);
    if (!stored) return { status: 404 };
    return { headers: Object.fromEntries(Object.entries(stored.headers).filter(([name]) => name.startsWith('x-amz-meta-'))) };
  }
}
