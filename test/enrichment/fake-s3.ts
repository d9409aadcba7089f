import { createHash } from 'crypto';
import { FakeRequest, FakeResponse, FakeService, json, refusal, Stall } from '../support/fake-service';

/** One object of S3 and one secret of Secrets Manager, as far as the enrichment asks for them. */
export class FakeS3 extends FakeService {
  public static start(): Promise<FakeS3> {
    return new FakeS3().listen();
  }

  /** What the object holds; undefined where there is none. */
  public content: string | undefined;
  /** The secret's value; undefined where it may not be read. */
  public secret: string | undefined;
  /** The status of every answer, where S3 is out of order. */
  public outage: number | undefined;
  public stall: Stall | undefined;
  /** What was asked: the status of each answer. */
  public readonly answers: number[] = [];
  /** How often the secret was asked for. */
  public secretRequests = 0;

  protected respond({ headers }: FakeRequest): FakeResponse {
    return { ...headers['x-amz-target'] === 'secretsmanager.GetSecretValue' ? this.answerSecret() : this.answerObject(headers['if-none-match']), stall: this.stall };
  }

  private answerSecret(): FakeResponse {
    this.secretRequests++;
    return this.secret === undefined ? refusal(400, 'AccessDeniedException') : json({ SecretString: this.secret });
  }

  private answerObject(knownEtag: string | undefined): FakeResponse {
    const etag = `"${createHash('md5').update(this.content ?? '').digest('hex')}"`;
    const status = this.outage ?? (this.content === undefined ? 404 : knownEtag === etag ? 304 : 200);
    this.answers.push(status);
    if (status === 200) return { headers: { etag }, body: this.content };
    if (status === 304) return { status, headers: { etag } };
    return { status, headers: { 'content-type': 'application/xml' }, body: status === 404 ? '<Error><Code>NoSuchKey</Code></Error>' : '' };
  }
}
