import { join } from 'path';
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { ProbeEnvironment } from './probe/environment';
import { ApiUsageAnalytics } from '../../src';
import { FORMATS } from '../../src/storage/formats';

export interface ProbeProps {
  readonly api: apigateway.RestApi;
  readonly key: apigateway.IApiKey;
  /** The names that the rows must have. */
  readonly names: { readonly plan: string; readonly customer: string };
  /** By the name of their stage. */
  readonly pipelines: Readonly<Record<string, ApiUsageAnalytics>>;
}

/**
 * The function that sends the requests and answers the questions. The value of the API key stays inside it: it is in no
 * template, output, log or answer.
 */
export class Probe extends Construct {
  public readonly function: lambda.Function;

  constructor(scope: Construct, id: string, { api, key, names, pipelines }: ProbeProps) {
    super(scope, id);
    const notes = new s3.Bucket(this, 'Notes', {
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.DESTROY,
      autoDeleteObjects: true,
    });
    const environment: Record<keyof ProbeEnvironment, string> = {
      API_URL: `https://${api.restApiId}.execute-api.${Stack.of(this).region}.${Stack.of(this).urlSuffix}`,
      API_ID: api.restApiId,
      KEY_ID: key.keyId,
      PLAN: names.plan,
      CUSTOMER: names.customer,
      NOTES_BUCKET: notes.bucketName,
      PIPELINES: Stack.of(this).toJsonString(Object.entries(pipelines).map(([stage, { bucket, database, table, workgroup, crawler }]) => ({
        stage, bucket: bucket.bucketName, database: database.ref, table: table.ref, workgroup: workgroup.ref, crawler: crawler?.ref,
      }))),
    };
    this.function = new NodejsFunction(this, 'Function', {
      entry: join(__dirname, 'probe', 'handler.ts'),
      runtime: lambda.Runtime.NODEJS_22_X,
      memorySize: 512,
      // The function of integ-tests that invokes it ends after two minutes.
      timeout: Duration.seconds(100),
      environment,
      logGroup: new logs.LogGroup(this, 'Logs', { removalPolicy: RemovalPolicy.DESTROY, retention: logs.RetentionDays.ONE_DAY }),
    });
    notes.grantReadWrite(this.function);
    // Copies of files, in the folder of an earlier month.
    pipelines.parquet.bucket.grantPut(this.function, `${FORMATS.parquet.folder}*`);
    for (const pipeline of Object.values(pipelines)) this.mayAsk(pipeline);
    this.may(['apigateway:GET'], [Stack.of(this).formatArn({ service: 'apigateway', account: '', resource: '/apikeys', resourceName: key.keyId })]);
  }

  /** The rights of a reader of the pipeline, and to look into its folders. */
  private mayAsk(pipeline: ApiUsageAnalytics): void {
    pipeline.grantRead(this.function);
    pipeline.grantQuery(this.function);
    pipeline.bucket.grantRead(this.function);
    if (pipeline.crawler === undefined) return;
    const crawler = Stack.of(this).formatArn({ service: 'glue', resource: 'crawler', resourceName: pipeline.crawler.ref });
    this.may(['glue:StartCrawler', 'glue:GetCrawler'], [crawler]);
  }

  private may(actions: string[], resources: string[]): void {
    this.function.addToRolePolicy(new iam.PolicyStatement({ actions, resources }));
  }
}
