import { FakeRequest, FakeResponse, FakeService, json, refusal } from '../../support/fake-service';

type Body = Readonly<Record<string, any>>;

/** A table of rows, the names first. */
export type Table = readonly (readonly (string | undefined)[])[];

/** A query that ended, as a test has it. */
export interface QueryResult {
  readonly table?: Table;
  /** Why it failed. */
  readonly reason?: string;
  readonly scannedBytes?: number;
}

/** Stands for the services that the probe calls: S3, API Gateway, Athena and AWS Glue. */
export class OfflineServices extends FakeService {
  /** By bucket and key: `bucket/key`. */
  public readonly objects = new Map<string, string>();
  public readonly savedQueries = new Map<string, string>();
  public hasPartitions = true;
  public tables: readonly Body[] = [];
  /** Each answer about the crawler, in turn; the last one stays. */
  public crawls: Body[] = [{ State: 'READY', LastCrawl: { Status: 'SUCCEEDED' } }];
  public crawlsStarted = 0;
  private readonly results: QueryResult[] = [];

  constructor(private readonly keyValue: string, private readonly query: (statement: string, database: string) => Promise<QueryResult>) {
    super();
  }

  protected async respond({ method, path, query, headers, body }: FakeRequest): Promise<FakeResponse> {
    if (path.startsWith('/apikeys/')) return json({ id: path.slice('/apikeys/'.length), ...query.get('includeValue') === 'true' && { value: this.keyValue } });
    const [, operation] = String(headers['x-amz-target'] ?? '').split('.');
    return operation ? this.call(operation, JSON.parse(body) as Body) : this.object(method, path.slice(1), query, body);
  }

  private object(method: string, name: string, query: URLSearchParams, body: string): FakeResponse {
    if (method === 'PUT') {
      this.objects.set(name, body);
      return {};
    }
    if (query.has('list-type')) {
      const bucket = `${name.replace(/\/$/, '')}/`;
      const keys = [...this.objects.keys()].filter((object) => object.startsWith(bucket + (query.get('prefix') ?? ''))).map((object) => object.slice(bucket.length));
      return { headers: { 'content-type': 'application/xml' }, body: `<ListBucketResult>${keys.map((key) => `<Contents><Key>${key}</Key></Contents>`).join('')}</ListBucketResult>` };
    }
    const object = this.objects.get(name);
    return object === undefined ? { status: 404, headers: { 'content-type': 'application/xml' }, body: '<Error><Code>NoSuchKey</Code></Error>' } : { body: object };
  }

  private async call(operation: string, body: Body): Promise<FakeResponse> {
    switch (operation) {
      case 'StartQueryExecution':
        this.results.push(await this.query(String(body.QueryString), String(body.QueryExecutionContext.Database)));
        return json({ QueryExecutionId: String(this.results.length - 1) });
      case 'GetQueryExecution': {
        const { reason, scannedBytes = 0 } = this.results[Number(body.QueryExecutionId)];
        const status = reason === undefined ? { State: 'SUCCEEDED' } : { State: 'FAILED', StateChangeReason: reason };
        return json({ QueryExecution: { Status: status, Statistics: { DataScannedInBytes: scannedBytes } } });
      }
      case 'GetQueryResults': {
        const { table = [] } = this.results[Number(body.QueryExecutionId)];
        return json({ ResultSet: { Rows: table.map((row) => ({ Data: row.map((value) => value === undefined ? {} : { VarCharValue: value }) })) } });
      }
      case 'ListNamedQueries': {
        // A page of one, so that the pages are followed.
        const [names, at] = [[...this.savedQueries.keys()], Number(body.NextToken ?? 0)];
        return json({ NamedQueryIds: names.slice(at, at + 1), NextToken: at + 1 < names.length ? String(at + 1) : undefined });
      }
      case 'BatchGetNamedQuery':
        return json({ NamedQueries: (body.NamedQueryIds as string[]).map((Name) => ({ Name, QueryString: this.savedQueries.get(Name) })) });
      case 'GetPartition':
        return this.hasPartitions ? json({ Partition: {} }) : refusal(400, 'EntityNotFoundException');
      case 'GetTables':
        return json({ TableList: this.tables });
      case 'StartCrawler':
        this.crawlsStarted += 1;
        return json({});
      case 'GetCrawler':
        return json({ Crawler: this.crawls.length > 1 ? this.crawls.shift() : this.crawls[0] });
      default:
        return refusal(400, `Unknown${operation}`);
    }
  }
}
