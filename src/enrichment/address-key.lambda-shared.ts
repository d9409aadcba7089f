import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

/** Reads the key from its secret. Short time limits: a batch must not wait for it longer than for names. */
export function keyInSecret(secretArn: string): () => Promise<string | undefined> {
  let secrets: SecretsManagerClient | undefined;
  return async () => {
    // Made when it is first read: where addresses are not hashed, a container starts without it.
    secrets ??= new SecretsManagerClient({
      maxAttempts: 2,
      requestHandler: { connectionTimeout: 1000, requestTimeout: 2000, throwOnRequestTimeout: true },
    });
    return (await secrets.send(new GetSecretValueCommand({ SecretId: secretArn }))).SecretString;
  };
}
