import { createServer, IncomingMessage, Server, ServerResponse } from 'http';
import { AddressInfo } from 'net';
import { answerGlue } from './glue-api';
import { GlueCatalog } from './glue-catalog';
import { GlueError } from './glue-error';
import { answerS3 } from './s3-api';
import { S3Reads } from './s3-reads';

const GLUE = 'AWSGlue.';

/** AWS as Athena's engine sees it: one loopback address for AWS Glue and S3, which are only read. */
export class AwsServer {
  public static async start(port = 0): Promise<AwsServer> {
    const server = new AwsServer();
    await new Promise<void>((resolve, reject) => server.http.once('error', reject).listen(port, '127.0.0.1', resolve));
    return server;
  }

  readonly catalog = new GlueCatalog();
  readonly buckets = new Map<string, string>();
  readonly reads = new S3Reads();
  private readonly http: Server = createServer((request, response) => {
    void this.answer(request, response).catch(() => response.destroy());
  });

  public get url(): string {
    return `http://127.0.0.1:${(this.http.address() as AddressInfo).port}`;
  }

  public close(): void {
    this.http.close();
    this.http.closeAllConnections();
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const target = String(request.headers['x-amz-target'] ?? '');
    if (!target.startsWith(GLUE)) return answerS3(this.buckets, this.reads, new URL(request.url!, this.url), request, response);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { status, body } = this.glue(target.slice(GLUE.length), JSON.parse(Buffer.concat(chunks).toString()) as object);
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body));
  }

  private glue(operation: string, request: object): { readonly status: number; readonly body: object } {
    try {
      return { status: 200, body: answerGlue(this.catalog, operation, request) };
    } catch (error) {
      if (!(error instanceof GlueError)) throw error;
      return { status: 400, body: { __type: error.code, message: error.message } };
    }
  }
}
