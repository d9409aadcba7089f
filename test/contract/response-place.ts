import { FakeRequest, FakeResponse, FakeService } from '../support/fake-service';

/** Where CloudFormation waits for the responses of custom resources. */
export class ResponsePlace extends FakeService {
  static start(): Promise<ResponsePlace> {
    return new ResponsePlace().listen();
  }

  readonly received: unknown[] = [];

  protected respond({ body }: FakeRequest): FakeResponse {
    this.received.push(JSON.parse(body));
    return {};
  }
}
