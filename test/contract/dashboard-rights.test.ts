import { execFileSync } from 'child_process';
import { writeFileSync } from 'fs';
import { join } from 'path';
import { MOTO_VERSION } from './moto';
import { App } from '../../preview/template/app';
import { dashboardTemplate } from '../dashboard/dashboard';
import { temporaryFolder } from '../preview/temporary-folder';
import { pythonOf, pythonPackage } from '../support/python-package';

interface Statement {
  readonly Condition?: unknown;
}

/** Asks moto, which others have written, whether a policy permits actions on resources. */
const EVALUATE = `
import json, sys
from moto.iam.access_control import IAMPolicy, PermissionResult
policy, asked = json.load(sys.stdin)
evaluated = IAMPolicy(json.dumps(policy))
print(json.dumps([evaluated.is_action_permitted(action, resource) == PermissionResult.PERMITTED for action, resource in asked]))
`;

const file = join(temporaryFolder(), 'Stack.template.json');
writeFileSync(file, JSON.stringify(dashboardTemplate().toJSON()));
const app = new App([file]);
const policy = app.resources('AWS::IAM::Policy').find(({ logicalId }) => logicalId.startsWith('UsageDashboard'))!
  .property<{ readonly Version: string; readonly Statement: readonly Statement[] }>('PolicyDocument')!;
const [bucket, workgroup, database] = ['AWS::S3::Bucket', 'AWS::Athena::WorkGroup', 'AWS::Glue::Database'].map((type) => app.resources(type)[0].physicalId);
const glue = (resource: string) => `arn:aws:glue:us-east-1:123456789012:${resource}`;

/** What of it QuickSight may do. A right under a condition, which moto reads otherwise than AWS, counts as none. */
function permitted<Asked>(asked: readonly Asked[]): Asked[] {
  const unconditional = { ...policy, Statement: policy.Statement.filter(({ Condition }) => !Condition) };
  const python = pythonOf(pythonPackage('moto', MOTO_VERSION, '[glue]', 'flask', 'flask-cors'));
  const answers = JSON.parse(execFileSync(python, ['-c', EVALUATE], { input: JSON.stringify([unconditional, asked]), encoding: 'utf8' })) as boolean[];
  return asked.filter((_, index) => answers[index]);
}

test('QuickSight may read rows, directory tables and partitions, and run queries in the workgroup', () => {
  const asked = [
    ['s3:GetObject', `arn:aws:s3:::${bucket}/logs/year=2026/month=11/day=25/hour=10/part-1.json.gz`],
    ['s3:GetObject', `arn:aws:s3:::${bucket}/directory/api_keys/api_keys.json`],
    ['s3:PutObject', `arn:aws:s3:::${bucket}/athena-results/1234.csv`],
    ['s3:GetBucketLocation', `arn:aws:s3:::${bucket}`],
    ['glue:GetPartition', glue(`table/${database}/logs`)],
    ['glue:GetPartitions', glue(`table/${database}/logs`)],
    ['glue:GetTable', glue(`table/${database}/usage_daily`)],
    ['athena:StartQueryExecution', `arn:aws:athena:us-east-1:123456789012:workgroup/${workgroup}`],
  ] as const;
  expect(permitted(asked)).toEqual(asked);
});

test('QuickSight may not read failed records or the snapshot, write rows, or use what belongs to others', () => {
  const asked = [
    ['s3:GetObject', `arn:aws:s3:::${bucket}/errors/processing-failed/year=2026/record`],
    ['s3:GetObject', `arn:aws:s3:::${bucket}/directory/snapshot.json`],
    ['s3:PutObject', `arn:aws:s3:::${bucket}/logs/year=2026/forged.json.gz`],
    ['s3:DeleteObject', `arn:aws:s3:::${bucket}/athena-results/1234.csv`],
    ['s3:GetObject', 'arn:aws:s3:::another-bucket/logs/row.json'],
    ['glue:GetTable', glue('table/another_database/secrets')],
    ['glue:UpdateTable', glue(`table/${database}/logs`)],
    ['athena:StartQueryExecution', 'arn:aws:athena:us-east-1:123456789012:workgroup/primary'],
    ['apigateway:GET', 'arn:aws:apigateway:us-east-1::/apikeys'],
  ] as const;
  expect(permitted(asked)).toEqual([]);
});
