import { Resource } from '../support/template';

export interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly Outputs?: Readonly<Record<string, unknown>>;
}

/** What the emulator cannot make, by type, and why. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  'Custom::S3BucketNotifications': 'the handler that CDK brings is in Python and wants boto3, which only Lambda\'s own runtime has',
  'AWS::Athena::NamedQuery': 'the emulator does not know the type',
};

/** The template as the emulator takes it: without what it cannot make, and with the stage's access log as outputs. */
export function deployable(template: Template): { readonly template: Template; readonly leftOut: readonly string[] } {
  const kept = withoutUnknown(template);
  const leftOut = Object.entries(template.Resources).filter(([id]) => !(id in kept.Resources)).map(([, { Type }]) => Type);
  return {
    template: { ...kept, Outputs: { ...template.Outputs, ...accessLogOutputs(Object.entries(template.Resources)) } },
    leftOut: [...new Set(leftOut)],
  };
}

/** The template without what the emulator cannot make. */
export function withoutUnknown(template: Template): Template {
  const kept = Object.entries(template.Resources).filter(([, { Type }]) => LEFT_OUT[Type] === undefined);
  const ids = new Set(kept.map(([id]) => id));
  const resources = kept.map(([id, resource]) => [id, { ...resource, DependsOn: dependenciesOf(resource).filter((other) => ids.has(other)) }]);
  return { ...template, Resources: Object.fromEntries(resources) };
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
