import { join } from 'path';
import { App as CdkApp } from 'aws-cdk-lib';
import { parse } from 'csv-parse/sync';
import { QueryResult, Table } from './services';
import { Variables } from '../../../preview/gateway/context-variables';
import { RequestsFile } from '../../../preview/gateway/requests-file';
import { Preview, runPreview } from '../../../preview/run-preview';
import { App } from '../../../preview/template/app';
import { csvOf, requestsFile } from '../../preview/previewing';
import { temporaryFolder } from '../../preview/temporary-folder';
import { UsageStack } from '../usage-stack';

/** The pipelines of the integration test, run by the preview on this machine. */
export class OfflinePipelines {
  public static synthesise(): OfflinePipelines {
    // The probe runs in the test, and needs no bundle.
    const app = new CdkApp({ context: { 'aws:cdk:bundling-stacks': [] } });
    const stack = new UsageStack(app, 'ApiUsageOnAnAccount');
    const { directory } = app.synth();
    return new OfflinePipelines(join(directory, stack.templateFile));
  }

  public readonly apiId: string;
  public readonly keyId: string;
  private readonly ran = new Map<string, Preview>();

  private constructor(private readonly template: string) {
    const app = new App([template]);
    [this.apiId, this.keyId] = ['RestApi', 'ApiKey'].map((type) => app.resources(`AWS::ApiGateway::${type}`)[0].physicalId);
  }

  /** Runs the requests through the pipeline of a stage. */
  public async run(construct: string, requests: readonly Variables[]): Promise<void> {
    this.ran.set(construct.toLowerCase(), await runPreview({
      templates: [this.template], requests: RequestsFile.open(requestsFile(requests)), escaping: 'json', out: temporaryFolder(), pipeline: construct,
    }));
  }

  public close(): void {
    for (const preview of this.ran.values()) preview.close();
  }

  /** Asks the database of a pipeline, which is called like its stage. */
  public async query(statement: string, database: string): Promise<QueryResult> {
    try {
      return { table: rowsOf(await csvOf(this.ran.get(database)!, statement)) };
    } catch (error) {
      return { reason: (error as Error).message };
    }
  }
}

/** CSV as rows. An empty value is null, unless it is in quotes. */
function rowsOf(csv: string): Table {
  return parse(csv, { record_delimiter: '\r\n', cast: (value, { quoting }) => value === '' && !quoting ? undefined : value });
}
