import { devNull } from 'os';
import { FunctionSettings } from './function-settings';
import { REGION } from '../template/pseudo-parameters';

/** The environment of the handler's process: the variables of the template and of Lambda, and none of the user's. */
export function lambdaEnvironment(settings: FunctionSettings, endpoint: string): Record<string, string> {
  return {
    ...settings.environment,
    _HANDLER: settings.handler,
    AWS_ACCESS_KEY_ID: 'preview',
    AWS_DEFAULT_REGION: REGION,
    AWS_EXECUTION_ENV: `AWS_Lambda_${settings.runtime}`,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(settings.memoryMegabytes),
    AWS_LAMBDA_FUNCTION_NAME: settings.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${settings.name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: 'preview',
    AWS_REGION: REGION,
    AWS_SECRET_ACCESS_KEY: 'preview',
    LAMBDA_TASK_ROOT: settings.code,
    LANG: 'en_US.UTF-8',
    TZ: 'UTC',
    // The SDK calls only the preview, and does not read the settings or credentials of the user.
    AWS_CONFIG_FILE: devNull,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_ENDPOINT_URL: endpoint,
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    AWS_SHARED_CREDENTIALS_FILE: devNull,
  };
}
