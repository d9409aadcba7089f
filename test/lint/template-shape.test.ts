import { resourceShape } from './template-shape';

const bucket = (properties: object) => resourceShape({ Type: 'AWS::S3::Bucket', Properties: properties });

test('names and numbers make no shape, values that a service knows and properties do', () => {
  const shape = bucket({ BucketName: 'usage-1', Status: 'Enabled', Days: 7 });
  expect(bucket({ BucketName: 'usage-2', Status: 'Enabled', Days: 30 })).toBe(shape);
  expect(bucket({ BucketName: 'usage-1', Status: 'Enbled', Days: 7 })).not.toBe(shape);
  expect(bucket({ BucketName: 'usage-1', Status: 'Enabled', Days: '7' })).not.toBe(shape);
  expect(bucket({ BucketName: { Ref: 'Name' }, Status: 'Enabled', Days: 7 })).not.toBe(shape);
  expect(bucket({ BucketName: 'usage-1', Status: 'Enabled', Days: 7, Tags: [] })).not.toBe(shape);
});

test('a list has the shapes of its items', () => {
  expect(bucket({ Tags: [{ Key: 'a' }, { Key: 'b' }] })).toBe(bucket({ Tags: [{ Key: 'c' }] }));
  expect(bucket({ Tags: [{ Key: 'a' }, { Value: 'b' }] })).not.toBe(bucket({ Tags: [{ Key: 'c' }] }));
});
