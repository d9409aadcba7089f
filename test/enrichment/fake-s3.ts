import { createHash } from 'crypto';
import { createServer, Server } from 'http';
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
  /** How long an answer takes. */
  public delayMs = 0;
  /** What was asked: the status of each answer. */
  public readonly answers: number[] = [];

  private readonly server: Server = createServer((request, response) => {
    if (request.headers['x-amz-target'] === 'secretsmanager.GetSecretValue') {
      response.writeHead(this.secret === undefined ? 400 : 200, { 'content-type': 'application/x-amz-json-1.1' });
      response.end(JSON.stringify(this.secret === undefined ? { __type: 'AccessDeniedException' } : { SecretString: this.secret }));
      return;
    }
    setTimeout(() => {
      const etag = `"${createHash('md5').update(this.content ?? '').digest('hex')}"`;
      const status = this.outage ?? (this.content === undefined ? 404 : request.headers['if-none-match'] === etag ? 304 : 200);
      this.answers.push(status);
      response.writeHead(status, status === 200 || status === 304 ? { etag } : { 'content-type': 'application/xml' });
      response.end(status === 200 ? this.content : status === 404 ? '<Error><Code>NoSuchKey</Code></Error>' : undefined);
    }, this.delayMs);
  });

  public get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  public async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
