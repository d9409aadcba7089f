import { reducedTo } from './reduced-template';

const template = {
  Parameters: { Name: { Type: 'String' }, Unused: { Type: 'String' } },
  Conditions: { Named: { 'Fn::Not': [{ 'Fn::Equals': [{ Ref: 'Name' }, ''] }] }, Other: {} },
  Resources: {
    Bucket: { Type: 'AWS::S3::Bucket', Condition: 'Named' },
    Policy: { Type: 'AWS::S3::BucketPolicy', Properties: { Bucket: { 'Fn::Sub': '${Bucket.Arn}/*' } }, DependsOn: ['Topic'] },
    Topic: { Type: 'AWS::SNS::Topic' },
    Alarm: { Type: 'AWS::CloudWatch::Alarm' },
  },
  Outputs: { Name: { Value: { Ref: 'Alarm' } } },
};

test('a resource is kept with all that it refers to, and nothing else', () => {
  expect(reducedTo(['Policy'], template, new Set())).toEqual({
    Parameters: { Name: template.Parameters.Name },
    Conditions: { Named: template.Conditions.Named },
    Resources: { Bucket: template.Resources.Bucket, Policy: template.Resources.Policy, Topic: template.Resources.Topic },
  });
});

test('what refers to nothing is kept alone', () => {
  expect(reducedTo(['Alarm'], template, new Set())).toEqual({ Resources: { Alarm: template.Resources.Alarm } });
});
