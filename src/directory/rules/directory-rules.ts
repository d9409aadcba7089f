import { IConstruct } from 'constructs';
import { CustomerIdentity, customerRule } from './customer-identity';
import { DirectoryScope } from './directory-scope';
import { InternalKeys, internalKeyRule } from './internal-keys';
import { DirectoryRules } from '../model';

/** The props of the construct that concern the directory. */
export interface DirectoryProps {
  readonly directoryScope?: DirectoryScope;
  readonly customer?: CustomerIdentity;
  readonly internalKeys?: InternalKeys;
}

/** Validates these props. */
export function directoryRules(scope: IConstruct, props: DirectoryProps): DirectoryRules {
  return {
    scope: (props.directoryScope ?? DirectoryScope.pipeline())._requested,
    customer: customerRule(scope, props.customer ?? CustomerIdentity.fromKeyName()),
    internalKeys: internalKeyRule(scope, props.internalKeys),
  };
}
