import { GLUE_TABLE, glueTable } from '../catalog/glue-table';
import { prestoView } from '../catalog/presto-view';
import { staticPart } from '../delivery/object-prefix';
import { streamSettings } from '../delivery/stream-settings';
import { LoggingStage, loggingStages } from '../gateway/logging-stage';
import { InputError } from '../input-error';
import { findDirectory, findRegistration, scheduledFunctions } from './find-scheduled';
import { Pipeline } from './pipeline';
import { findFunction, functionSettings } from '../lambda/function-settings';
import { App } from '../template/app';
import { constructPath } from '../template/construct-tree';
import { Resource } from '../template/resource';

/** API Gateway only logs to streams with such a name. */
const STREAM_NAME = /^amazon-apigateway-/;

/** The pipelines in the templates. A pipeline is a stream with a Lambda processor, and a table over the objects of the stream. */
export function findPipelines(app: App): Pipeline[] {
  const streams = app.resources('AWS::KinesisFirehose::DeliveryStream').filter(({ physicalId }) => STREAM_NAME.test(physicalId));
  const glueTables = app.resources(GLUE_TABLE);
  const catalog = {
    tables: glueTables.flatMap((resource) => glueTable(resource) ?? []),
    views: glueTables.flatMap((resource) => prestoView(resource) ?? []),
  };
  const stages = loggingStages(app);
  const pipelines = streams.flatMap((stream) => pipelineOf(app, stream, catalog, stages) ?? []);
  if (pipelines.length === 0) {
    throw new InputError(`no pipeline in the templates ${app.stacks.map(({ name }) => name).join(', ')}: none has a delivery stream amazon-apigateway-… `
      + 'with a Lambda processor, and a Glue table over the prefix of the stream. Add ApiUsageAnalytics to a stack and run `cdk synth` again, or give the template of its stack.');
  }
  if (pipelines.every((pipeline) => pipeline.stages.length === 0)) {
    throw new InputError(`no stage in the templates logs to ${pipelines.map(({ stream }) => stream.name).join(' or ')}. Add a stage to the construct with addStage, or give the template of the API's stack with another --template.`);
  }
  refuseSameNames(pipelines);
  return pipelines;
}

/** The preview is one account in one region. An app may deploy a pipeline with fixed names to several. */
function refuseSameNames(pipelines: readonly Pipeline[]): void {
  const owners = new Map<string, string>();
  for (const { construct, stream, table } of pipelines) {
    for (const name of [`the delivery stream ${stream.name}`, `the Glue table ${table.database}.${table.name}`]) {
      const other = owners.get(name);
      if (other !== undefined) {
        throw new InputError(`the pipelines ${other} and ${construct} both have ${name}, which is possible only in different accounts or regions. `
          + 'Preview one at a time: name its templates with --template.');
      }
      owners.set(name, construct);
    }
  }
}

/** The pipeline that an argument names by the path of its construct, or by the last part of the path if no other pipeline has it. */
export function choosePipeline(pipelines: readonly Pipeline[], name?: string): Pipeline {
  const candidates = name === undefined ? pipelines.filter(({ stages }) => stages.length > 0) : named(pipelines, name);
  if (name !== undefined && candidates.length !== 1) {
    throw new InputError(`--pipeline ${name} names ${candidates.length === 0 ? 'no pipeline' : 'several pipelines'} of the templates. `
      + `Their pipelines are ${pipelines.map(({ construct }) => construct).join(', ')}.`);
  }
  const [chosen] = candidates;
  if (chosen.stages.length === 0) throw new InputError(`--pipeline ${name} has no stage in the templates. Add a stage to the construct with addStage, or give the template of the API's stack with another --template.`);
  return chosen;
}

function named(pipelines: readonly Pipeline[], name: string): readonly Pipeline[] {
  const exact = pipelines.filter(({ construct }) => construct === name);
  return exact.length > 0 ? exact : pipelines.filter(({ construct }) => construct.endsWith(`/${name}`));
}

function pipelineOf(app: App, resource: Resource, { tables, views }: Pick<Pipeline, 'tables' | 'views'>, stages: readonly LoggingStage[]): Pipeline | undefined {
  const stream = streamSettings(resource);
  if (!stream) return undefined;
  const table = tables.find(({ bucket, prefix }) => bucket === stream.bucket && prefix === staticPart(stream.prefix));
  const enrichment = findFunction(app, stream.processor.functionArn);
  if (!table || !enrichment) return undefined;
  const settings = functionSettings(enrichment);
  const scheduled = scheduledFunctions(app);
  return {
    construct: constructPath(resource),
    stages: stages.filter(({ destinationArn }) => destinationArn.endsWith(`:deliverystream/${stream.name}`)),
    stream,
    enrichment: settings,
    directory: findDirectory(scheduled, settings),
    registration: findRegistration(scheduled, table),
    table,
    tables: tables.filter(({ database }) => database === table.database),
    views: views.filter(({ database }) => database === table.database),
  };
}
