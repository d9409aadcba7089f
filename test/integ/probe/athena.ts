import {
  AthenaClient, BatchGetNamedQueryCommand, GetQueryExecutionCommand, GetQueryResultsCommand, ListNamedQueriesCommand, StartQueryExecutionCommand,
} from '@aws-sdk/client-athena';
import { Pipeline } from './environment';

const PAUSE_MS = 500;

/** A query that ended. */
export interface Ended {
  readonly id: string;
  readonly state: string;
  /** Why it failed. */
  readonly reason?: string;
  readonly scannedBytes: number;
}

export type Row = Readonly<Record<string, string | undefined>>;

/** A workgroup and a database of Athena. */
export class Athena {
  private readonly client = new AthenaClient();

  constructor(private readonly pipeline: Pipeline) {}

  /** Runs a statement until it has succeeded, failed or been cancelled. */
  public async run(statement: string): Promise<Ended> {
    const { QueryExecutionId: id } = await this.client.send(new StartQueryExecutionCommand({
      QueryString: statement, WorkGroup: this.pipeline.workgroup, QueryExecutionContext: { Database: this.pipeline.database },
    }));
    for (;;) {
      const { QueryExecution: execution } = await this.client.send(new GetQueryExecutionCommand({ QueryExecutionId: id }));
      const { State: state = '', StateChangeReason: reason } = execution!.Status!;
      if (state !== 'QUEUED' && state !== 'RUNNING') return { id: id!, state, reason, scannedBytes: execution!.Statistics?.DataScannedInBytes ?? 0 };
      await new Promise((later) => setTimeout(later, PAUSE_MS));
    }
  }

  /** The rows of a statement: at most a page of them. Null is undefined. */
  public async rows(statement: string): Promise<Row[]> {
    const { id, state, reason } = await this.run(statement);
    if (state !== 'SUCCEEDED') throw new Error(`${state}: ${reason}`);
    const { ResultSet } = await this.client.send(new GetQueryResultsCommand({ QueryExecutionId: id }));
    const [header = [], ...rows] = (ResultSet?.Rows ?? []).map(({ Data = [] }) => Data.map(({ VarCharValue }) => VarCharValue));
    return rows.map((values) => Object.fromEntries(header.map((name, index) => [name!, values[index]])));
  }

  /** The saved queries of the workgroup, by name. */
  public async savedQueries(): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    let NextToken: string | undefined;
    do {
      const page = await this.client.send(new ListNamedQueriesCommand({ WorkGroup: this.pipeline.workgroup, NextToken }));
      const { NamedQueries = [] } = await this.client.send(new BatchGetNamedQueryCommand({ NamedQueryIds: page.NamedQueryIds }));
      for (const { Name, QueryString } of NamedQueries) found.set(Name!, QueryString!);
      NextToken = page.NextToken;
    } while (NextToken);
    return found;
  }
}
