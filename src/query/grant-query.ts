import { Stack } from 'aws-cdk-lib';
import * as athena from 'aws-cdk-lib/aws-athena';
import * as iam from 'aws-cdk-lib/aws-iam';
import { IConstruct } from 'constructs';
import { BoundStorage } from '../storage/bound-storage';
import { keyStatements, listStatement, resultsStatement } from '../storage/bucket-statements';
import { grantStatements } from '../synth/grant-statements';

const ACTIONS = [
  'athena:StartQueryExecution', 'athena:StopQueryExecution', 'athena:GetQueryExecution', 'athena:BatchGetQueryExecution', 'athena:ListQueryExecutions',
  'athena:GetQueryResults', 'athena:GetQueryResultsStream', 'athena:GetNamedQuery', 'athena:BatchGetNamedQuery', 'athena:ListNamedQueries',
  'athena:GetWorkGroup',
];

/** The rights to run queries in a workgroup, and to read and write their results. */
export function grantQuery(scope: IConstruct, grantee: iam.IGrantable, { bucket, folders }: BoundStorage, workgroup: athena.CfnWorkGroup): iam.Grant {
  return grantStatements(grantee, [
    new iam.PolicyStatement({
      actions: ACTIONS,
      resources: [Stack.of(scope).formatArn({ service: 'athena', resource: 'workgroup', resourceName: workgroup.ref })],
    }),
    resultsStatement(bucket, folders.results),
    listStatement(bucket, folders.results),
    ...keyStatements(bucket, ['kms:GenerateDataKey']),
  ]);
}
