import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

/** Reads the key from its secret. Short time limits: a batch must not wait for it longer than for names. */
export function keyInSecret(secretArn: string): () => Promise<string | undefined> {
  const secrets = new SecretsManagerClient({
    maxAttempts: 2,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 2000, throwOnRequestTimeout: true },
  });
  return async () => (await secrets.send(new GetSecretValueCommand({ SecretId: secretArn }))).SecretString;
}
