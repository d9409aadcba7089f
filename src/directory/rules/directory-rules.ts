import { IConstruct } from 'constructs';
import { CustomerIdentity } from './customer-identity';
import { DirectoryScope } from './directory-scope';
import { internalKeyRule } from './internal-keys';
import type { ApiUsageAnalyticsProps } from '../../props';
import { DirectoryRules } from '../model';

/** What the props say of the directory, validated. */
export function directoryRules(scope: IConstruct, props: ApiUsageAnalyticsProps): DirectoryRules {
  return {
    scope: (props.directoryScope ?? DirectoryScope.pipeline())._name,
    customer: (props.customer ?? CustomerIdentity.fromKeyName())._bind(scope),
    internalKeys: internalKeyRule(scope, props.internalKeys),
  };
}
