/** The account and region of the preview. AWS uses this account in its documentation. */
export const ACCOUNT = '123456789012';
export const REGION = 'us-east-1';

export function pseudoParameters(stackName: string): Record<string, unknown> {
  return {
    'AWS::AccountId': ACCOUNT,
    'AWS::NoValue': undefined,
    'AWS::NotificationARNs': [],
    'AWS::Partition': 'aws',
    'AWS::Region': REGION,
    'AWS::StackId': `arn:aws:cloudformation:${REGION}:${ACCOUNT}:stack/${stackName}/preview`,
    'AWS::StackName': stackName,
    'AWS::URLSuffix': 'amazonaws.com',
  };
}
