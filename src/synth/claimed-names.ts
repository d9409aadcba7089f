import { Stack } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';
import { Claim, Claims } from './claims';
import { topLevel } from './unique-name';
import { usageError } from './usage-error';

interface NameClaim extends Claim {
  readonly prop: string;
  readonly name: string;
}

const NAMES = new Claims<NameClaim>((one, other) => one.prop === other.prop && one.name === other.name);

/** Claims a physical name. The deployment of a stack fails if two of its resources have the same name. */
export function claimName(scope: IConstruct, prop: string, name: string): string {
  const other = NAMES.add(topLevel(Stack.of(scope)), { owner: scope, prop, name });
  if (other) {
    throw usageError(scope, `${prop} '${name}' is already used by ${other.owner.node.path} in the same stack. Choose a different name, or leave `
      + `${prop} out to get a name made from the construct path.`);
  }
  return name;
}
