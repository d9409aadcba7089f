import { InputError } from '../input-error';
import { AccessLogFormat } from './access-log-format';
import { App } from '../template/app';

/** A stage that writes its access log to a delivery stream. */
export interface LoggingStage {
  readonly apiId: string;
  readonly stageName: string;
  readonly destinationArn: string;
  readonly format: AccessLogFormat;
}

/** The custom resource that sets the access log of an imported stage. */
const ATTACHMENT = 'Custom::ApiGatewayAccessLog';

export function loggingStages(app: App): LoggingStage[] {
  return app.resources('AWS::ApiGateway::Stage', ATTACHMENT).flatMap((resource) => {
    const attached = resource.type === ATTACHMENT;
    const { DestinationArn: destinationArn, Format: format } = attached
      ? { DestinationArn: resource.property<string>('DestinationArn'), Format: resource.property<string>('Format') }
      : resource.property<{ DestinationArn?: string; Format?: string }>('AccessLogSetting') ?? {};
    if (!destinationArn || !/:deliverystream\//.test(destinationArn)) return [];
    if (!format) throw new InputError(`stage ${resource.logicalId} logs to ${destinationArn}, but has no Format.`);
    return [{
      apiId: String(resource.property('RestApiId')),
      stageName: String(resource.property('StageName')),
      destinationArn,
      format: AccessLogFormat.parse(format, resource.logicalId),
    }];
  });
}
