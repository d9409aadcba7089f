import { createHash } from 'crypto';
import { ApiRequest, ApiResponse } from './http';

/** Answers GetSecretValue, the only operation of Secrets Manager that the handlers use. The value is derived from the id, so it is the same in every run. */
export function answerSecretsManager({ headers, body }: ApiRequest): ApiResponse {
  if (headers['x-amz-target'] !== 'secretsmanager.GetSecretValue') return json(400, { __type: 'InvalidRequestException' });
  const { SecretId } = JSON.parse(body.toString('utf8')) as { SecretId: string };
  return json(200, { ARN: SecretId, SecretString: createHash('sha256').update(`preview ${SecretId}`).digest('hex') });
}

function json(status: number, answer: object): ApiResponse {
  return { status, headers: { 'content-type': 'application/x-amz-json-1.1' }, body: Buffer.from(JSON.stringify(answer)) };
}
