import * as iam from 'aws-cdk-lib/aws-iam';
import { withMembers } from './checks';

export const GRANTEE = withMembers('an iam.IGrantable, such as an iam.Role', 'grantPrincipal');

/** Gives a principal the rights of statements. */
export function grantStatements(grantee: iam.IGrantable, statements: readonly iam.PolicyStatement[]): iam.Grant {
  const grants = statements.map((statement) => iam.Grant.addToPrincipal({
    grantee,
    actions: statement.actions,
    resourceArns: statement.resources,
    conditions: statement.conditions as Record<string, Record<string, unknown>>,
  }));
  return grants.reduce((all, grant) => all.combine(grant));
}
