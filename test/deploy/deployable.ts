import { Resource } from '../support/template';

export interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly Outputs?: Readonly<Record<string, unknown>>;
}

/** What the emulator cannot make, by type, and why. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  'Custom::S3BucketNotifications': 'the handler that CDK brings is in Python and wants boto3, which only Lambda\'s own runtime has',
};

/** The template as the emulator takes it: without what it cannot make, and with the stage's access log as outputs. */
export function deployable(template: Template): { readonly template: Template; readonly leftOut: readonly string[] } {
  const resources = Object.entries(template.Resources);
  const kept = resources.filter(([, { Type }]) => LEFT_OUT[Type] === undefined);
  const ids = new Set(kept.map(([id]) => id));
  const withoutThem = kept.map(([id, resource]) => [id, { ...resource, DependsOn: dependenciesOf(resource).filter((other) => ids.has(other)) }]);
  return {
    template: { ...template, Resources: Object.fromEntries(withoutThem), Outputs: { ...template.Outputs, ...accessLogOutputs(resources) } },
    leftOut: resources.filter(([id]) => !ids.has(id)).map(([, { Type }]) => Type),
  };
}

function dependenciesOf({ DependsOn = [] }: Resource): string[] {
  return [DependsOn].flat() as string[];
}

/** The emulator loses the access log that a template gives a stage: it is told again, as CloudFormation would evaluate it. */
function accessLogOutputs(resources: readonly (readonly [string, Resource])[]): Record<string, unknown> {
  const [[id, stage]] = resources.filter(([, { Type }]) => Type === 'AWS::ApiGateway::Stage');
  const { RestApiId, AccessLogSetting } = stage.Properties;
  return {
    StageApi: { Value: RestApiId },
    StageName: { Value: { Ref: id } },
    AccessLogDestination: { Value: AccessLogSetting.DestinationArn },
    AccessLogFormat: { Value: AccessLogSetting.Format },
  };
}
