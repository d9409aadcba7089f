import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';

/** The key that addresses are hashed with. Secrets Manager makes it up: it is in no template and no environment. */
export function createAddressKey(scope: Construct): secretsmanager.Secret {
  return new secretsmanager.Secret(scope, 'AddressKey', {
    description: 'Hashes the addresses of API callers. A new value forgets who was who.',
    generateSecretString: { passwordLength: 64, excludePunctuation: true },
  });
}
