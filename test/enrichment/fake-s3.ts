import { createHash } from 'crypto';
import { createServer, Server } from 'http';
import { AddressInfo } from 'net';

/** One object of S3, as far as the enrichment asks for it; and the ways in which S3 fails. */
export class FakeS3 {
  public static async start(): Promise<FakeS3> {
    const s3 = new FakeS3();
    await new Promise<void>((resolve) => s3.server.listen(0, '127.0.0.1', resolve));
    return s3;
  }

  /** What the object holds; undefined where there is none. */
  public content: string | undefined;
  /** The status of every answer, where S3 is out of order. */
  public outage: number | undefined;
  /** How long an answer takes. */
  public delayMs = 0;
  /** What was asked: the status of each answer. */
  public readonly answers: number[] = [];

  private readonly server: Server = createServer((request, response) => {
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
