import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { AddressKeyStore } from './address-key-source';
import { clientSettings } from '../functions/client-settings';

/** Reads the key from its secret. A second attempt fits into the time that a batch waits. */
export function keyInSecret(secretArn: string): AddressKeyStore {
  let secrets: SecretsManagerClient | undefined;
  return async (abortSignal) => {
    // Created at the first read, because containers that do not hash addresses start faster without it.
    secrets ??= new SecretsManagerClient(clientSettings({ attempts: 2, connectionMs: 1_000, responseMs: 2_000 }));
    return (await secrets.send(new GetSecretValueCommand({ SecretId: secretArn }), { abortSignal })).SecretString;
  };
}
