import { oneOfEachShape, resourceShape } from './template-shape';

const bucket = (properties: object) => resourceShape({ Type: 'AWS::S3::Bucket', Properties: properties });

test('names and numbers make no shape, values that a service knows and properties do', () => {
  const shape = bucket({ BucketName: 'usage-1', Status: 'Enabled', Days: 7 });
  expect(bucket({ BucketName: 'usage-2', Status: 'Enabled', Days: 30 })).toBe(shape);
  expect(bucket({ BucketName: 'usage-1', Status: 'Enbled', Days: 7 })).not.toBe(shape);
  expect(bucket({ BucketName: 'usage-1', Status: 'Enabled', Days: '7' })).not.toBe(shape);
  expect(bucket({ BucketName: { Ref: 'Name' }, Status: 'Enabled', Days: 7 })).not.toBe(shape);
  expect(bucket({ BucketName: 'usage-1', Status: 'Enabled', Days: 7, Tags: [] })).not.toBe(shape);
});

test('an action makes a shape', () => {
  expect(bucket({ Action: ['s3:GetObject', 's3:PutObject'] })).not.toBe(bucket({ Action: ['s3:GetObject'] }));
});

test('a list has the shapes of its items', () => {
  expect(bucket({ Tags: [{ Key: 'a' }, { Key: 'b' }] })).toBe(bucket({ Tags: [{ Key: 'c' }] }));
  expect(bucket({ Tags: [{ Key: 'a' }, { Value: 'b' }] })).not.toBe(bucket({ Tags: [{ Key: 'c' }] }));
});

test('of items of one shape one stays, in lists of lists too; arguments of functions stay as they are', () => {
  const tags = [{ Key: 'a', Value: 'b' }, { Key: 'c', Value: 'd' }, { Key: { 'Fn::Join': ['-', ['e', 'f']] } }];
  expect(oneOfEachShape({ Tags: tags, Sets: [{ Tags: tags }] })).toEqual({ Tags: tags.slice(1), Sets: [{ Tags: tags.slice(1) }] });
  expect(oneOfEachShape({ Action: ['s3:GetObject', 's3:PutObject'] })).toEqual({ Action: ['s3:GetObject', 's3:PutObject'] });
});
