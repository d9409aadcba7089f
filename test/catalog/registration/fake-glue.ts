import { DeclaredTable, TestDatabase, tableInput } from './glue';
import { GlueTable } from '../../../preview/catalog/glue-table';
import { TableCatalog } from '../../../preview/catalog/table-catalog';
import { answerGlue } from '../../../preview/endpoint/glue';
import { FakeRequest, FakeResponse, FakeService } from '../../support/fake-service';

const DATABASE = 'usage';

/** The preview's AWS Glue, with faults, and the place where CloudFormation waits for responses. */
export class FakeGlue extends FakeService implements TestDatabase {
  static start(): Promise<FakeGlue> {
    return new FakeGlue().listen();
  }

  readonly name = DATABASE;
  readonly locations = new Map<string, string>();
  /** The operations that were called, refused ones too. */
  readonly calls: string[] = [];
  /** What CloudFormation was told. */
  readonly responses: unknown[] = [];
  private readonly catalog = new TableCatalog();

  /** Answers a call otherwise, if it gives an answer. */
  instead: (operation: string, input: any) => FakeResponse | undefined = () => undefined;

  declare(table: DeclaredTable): Promise<void> {
    this.catalog.declare(parsed(table));
    this.locations.set(table.name, table.location);
    return Promise.resolve();
  }

  protected respond({ method, path, query, headers, body }: FakeRequest): FakeResponse {
    if (path === '/response') {
      this.responses.push(JSON.parse(body));
      return {};
    }
    const operation = String(headers['x-amz-target']).replace('AWSGlue.', '');
    this.calls.push(operation);
    const instead = this.instead(operation, JSON.parse(body));
    if (instead) return instead;
    const answer = answerGlue(this.catalog, { method, path, query, headers: headers as Record<string, string>, body: Buffer.from(body) });
    return { status: answer.status, headers: answer.headers, body: answer.body?.toString() };
  }
}

function parsed(table: DeclaredTable): GlueTable {
  const input = tableInput(table);
  return {
    database: DATABASE,
    name: table.name,
    bucket: 'usage',
    prefix: table.location.replace('s3://usage/', ''),
    columns: [],
    partitionKeys: input.PartitionKeys.map(({ Name }) => Name),
    parquet: false,
    parameters: {},
    input: { ...input, UpdateTime: Date.now() / 1000 },
  };
}
