import { createHash } from 'crypto';
import { createServer, OutgoingHttpHeaders, Server, ServerResponse } from 'http';
import { AddressInfo } from 'net';

/** One object of S3 and one secret of Secrets Manager, as far as the enrichment asks for them; and the ways in which they fail. */
export class FakeS3 {
  public static async start(): Promise<FakeS3> {
    const s3 = new FakeS3();
    await new Promise<void>((resolve) => s3.server.listen(0, '127.0.0.1', resolve));
    return s3;
  }

  /** What the object holds; undefined where there is none. */
  public content: string | undefined;
  /** The secret's value; undefined where it may not be read. */
  public secret: string | undefined;
  /** The status of every answer, where S3 is out of order. */
  public outage: number | undefined;
  /** What never comes: the headers of a response, or the second half of its body. */
  public stall: 'headers' | 'body' | undefined;
  /** What was asked: the status of each answer. */
  public readonly answers: number[] = [];
  /** How often the secret was asked for. */
  public secretRequests = 0;

  private readonly server: Server = createServer((request, response) => {
    if (request.headers['x-amz-target'] === 'secretsmanager.GetSecretValue') {
      this.secretRequests++;
      const answer = this.secret === undefined ? { __type: 'AccessDeniedException' } : { SecretString: this.secret };
      this.respond(response, this.secret === undefined ? 400 : 200, { 'content-type': 'application/x-amz-json-1.1' }, JSON.stringify(answer));
      return;
    }
    const etag = `"${createHash('md5').update(this.content ?? '').digest('hex')}"`;
    const status = this.outage ?? (this.content === undefined ? 404 : request.headers['if-none-match'] === etag ? 304 : 200);
    this.answers.push(status);
    const headers = status === 200 || status === 304 ? { etag } : { 'content-type': 'application/xml' };
    this.respond(response, status, headers, status === 200 ? this.content : status === 404 ? '<Error><Code>NoSuchKey</Code></Error>' : undefined);
  });

  private respond(response: ServerResponse, status: number, headers: OutgoingHttpHeaders, body = ''): void {
    if (this.stall === 'headers') return;
    response.writeHead(status, status === 304 ? headers : { ...headers, 'content-length': Buffer.byteLength(body) });
    if (this.stall === 'body') response.write(body.slice(0, body.length / 2));
    else response.end(status === 304 ? undefined : body);
  }

  public get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  public async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
