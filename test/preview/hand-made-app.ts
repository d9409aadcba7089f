import { mkdirSync, writeFileSync } from 'fs';
import { join } from 'path';
import { App, aws_apigateway as apigateway, aws_glue as glue, aws_kinesisfirehose as firehose, aws_lambda as lambda, aws_s3 as s3, Fn, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { TYPING } from './handlers';
import { temporaryFolder } from './temporary-folder';

/** A pipeline of plain resources, so that the preview is proven on the shape and not on one construct. */
export interface HandMadePipelineProps {
  readonly streamName?: string;
  readonly handler?: string;
  readonly timeout?: number;
  readonly retries?: string;
  readonly parquet?: boolean;
  readonly table?: Record<string, string>;
  readonly partitionKeys?: readonly string[];
  /** What differs in the stream's destination. */
  readonly destination?: object;
  readonly bucketName?: string;
  /** The views of its database, in order. */
  readonly views?: readonly HandMadeView[];
}

export interface HandMadeView {
  readonly name: string;
  readonly sql: string;
  /** Name to Trino's type. */
  readonly columns: Readonly<Record<string, string>>;
}

export const PREFIX = 'logs/year=!{timestamp:yyyy}/month=!{timestamp:MM}/day=!{timestamp:dd}/hour=!{timestamp:HH}/';
export const ERROR_PREFIX = 'errors/!{firehose:error-output-type}/year=!{timestamp:yyyy}/';
export const STREAM = 'amazon-apigateway-hand-made';
export const FORMAT = '{"id":"$context.requestId","status":"$context.status","agent":"$context.identity.userAgent","time":"$context.requestTimeEpoch"}\n';

const COLUMNS = [['request_id', 'string'], ['requested_at', 'timestamp'], ['status', 'int'], ['agent', 'string'], ['plan', 'string']];

export class HandMadePipeline extends Construct {
  constructor(scope: Construct, id: string, props: HandMadePipelineProps = {}) {
    super(scope, id);
    const code = temporaryFolder();
    writeFileSync(join(code, 'index.js'), props.handler ?? TYPING);
    const bucket = new s3.CfnBucket(this, 'Bucket', { bucketName: props.bucketName });
    const enrichment = new lambda.Function(this, 'Function', {
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: 'index.handler',
      code: lambda.Code.fromAsset(code),
      environment: { PLAN: Fn.join('-', ['plan', Fn.ref('AWS::Region')]) },
    });
    (enrichment.node.defaultChild as lambda.CfnFunction).timeout = props.timeout ?? 10;
    const database = new glue.CfnDatabase(this, 'Database', {
      catalogId: Stack.of(this).account,
      databaseInput: { name: id.toLowerCase() },
    });
    const table = new glue.CfnTable(this, 'Table', {
      catalogId: Stack.of(this).account,
      databaseName: database.ref,
      tableInput: {
        name: 'logs',
        parameters: props.table,
        partitionKeys: (props.partitionKeys ?? ['year', 'month', 'day', 'hour']).map((name) => ({ name, type: 'string' })),
        storageDescriptor: {
          location: `s3://${bucket.ref}/logs/`,
          columns: COLUMNS.map(([name, type]) => ({ name, type })),
          serdeInfo: { serializationLibrary: props.parquet ? 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe' : 'org.openx.data.jsonserde.JsonSerDe' },
        },
      },
    });
    for (const view of props.views ?? []) this.addView(view, database.ref);
    new firehose.CfnDeliveryStream(this, 'Stream', {
      deliveryStreamName: props.streamName ?? STREAM,
      extendedS3DestinationConfiguration: {
        bucketArn: bucket.attrArn,
        roleArn: 'arn:aws:iam::123456789012:role/any',
        prefix: PREFIX,
        errorOutputPrefix: ERROR_PREFIX,
        bufferingHints: { intervalInSeconds: 300, sizeInMBs: 64 },
        processingConfiguration: {
          enabled: true,
          processors: [{
            type: 'Lambda',
            parameters: Object.entries({
              LambdaArn: enrichment.functionArn,
              BufferSizeInMBs: '0.5',
              BufferIntervalInSeconds: '60',
              NumberOfRetries: props.retries ?? '1',
            }).map(([parameterName, parameterValue]) => ({ parameterName, parameterValue })),
          }],
        },
        ...props.parquet ? {
          dataFormatConversionConfiguration: {
            schemaConfiguration: { databaseName: database.ref, tableName: table.ref },
            inputFormatConfiguration: { deserializer: { openXJsonSerDe: {} } },
            outputFormatConfiguration: { serializer: { parquetSerDe: {} } },
          },
        } : {},
        ...props.destination,
      },
    });
  }

  private addView({ name, sql, columns }: HandMadeView, databaseName: string): void {
    const definition = { originalSql: sql, catalog: 'awsdatacatalog', schema: 'usage', columns: Object.entries(columns).map(([column, type]) => ({ name: column, type })) };
    new glue.CfnTable(this, `View${name}`, {
      catalogId: Stack.of(this).account,
      databaseName,
      tableInput: {
        name,
        tableType: 'VIRTUAL_VIEW',
        parameters: { presto_view: 'true', comment: 'Presto View' },
        viewOriginalText: `/* Presto View: ${Buffer.from(JSON.stringify(definition)).toString('base64')} */`,
      },
    });
  }
}

/** A REST API with a stage `prod` that logs to a stream. */
export class HandMadeApi extends Construct {
  constructor(scope: Construct, id: string, streamName = STREAM, format = FORMAT) {
    super(scope, id);
    const api = new apigateway.CfnRestApi(this, 'Api', { name: id });
    (api as apigateway.CfnRestApi).overrideLogicalId(`${id}Api`);
    new apigateway.CfnStage(this, 'Stage', {
      restApiId: api.ref,
      stageName: 'prod',
      accessLogSetting: {
        destinationArn: Stack.of(this).formatArn({ service: 'firehose', resource: 'deliverystream', resourceName: streamName }),
        format,
      },
    });
  }
}

/** Synthesises an app; gives the path of a stack's template. */
export function synthesise(build: (app: App) => void): (stackName: string) => string {
  const outdir = join(temporaryFolder(), 'cdk.out');
  mkdirSync(outdir);
  const app = new App({ outdir });
  build(app);
  app.synth();
  return (stackName) => join(outdir, `${stackName}.template.json`);
}

/** The usual: one API and one pipeline in the stack `Shop`. */
export function shop(props: HandMadePipelineProps = {}): string {
  return synthesise((app) => {
    const stack = new Stack(app, 'Shop');
    new HandMadeApi(stack, 'Orders', props.streamName);
    new HandMadePipeline(stack, 'Usage', props);
  })('Shop');
}
