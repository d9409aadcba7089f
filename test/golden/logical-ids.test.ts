import { Template } from 'aws-cdk-lib/assertions';
import frozen from './logical-ids.json';
import { pipeline } from '../support/app';
import { resourcesOf } from '../support/template';

const template = Template.fromStack(pipeline().stack);

// CloudFormation replaces a resource whose logical id changes: its data and history would be lost, and references to it would break.
test.each(Object.entries(frozen))('%s keep their logical ids', (type, ids) => {
  expect(Object.keys(resourcesOf(template, type))).toEqual(expect.arrayContaining(ids));
});

test('everything that holds state is frozen', () => {
  expect(Object.keys(frozen)).toEqual(expect.arrayContaining([
    'AWS::S3::Bucket', 'AWS::KinesisFirehose::DeliveryStream', 'AWS::Glue::Database', 'AWS::Glue::Table',
  ]));
  for (const [type, ids] of Object.entries(frozen)) {
    expect([type, ...Object.keys(resourcesOf(template, type)).sort()]).toEqual([type, ...[...ids].sort()]);
  }
});
