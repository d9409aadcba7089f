import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';

/** Creates the key for hashing addresses. Secrets Manager generates it, so no template and no environment contains it. */
export function createAddressKey(scope: Construct): secretsmanager.Secret {
  return new secretsmanager.Secret(scope, 'AddressKey', {
    description: 'Key for hashing the addresses of API callers. After a change of its value, old and new hashes cannot be compared.',
    generateSecretString: { passwordLength: 64, excludePunctuation: true },
  });
}
