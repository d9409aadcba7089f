import { resourceShape, withFreshItems } from './template-shape';

const bucket = (properties: object) => resourceShape({ Type: 'AWS::S3::Bucket', Properties: properties });

test('names make no shape, numbers, values that a service knows and properties do', () => {
  const shape = bucket({ BucketName: 'usage-1', Status: 'Enabled', Days: 7 });
  expect(bucket({ BucketName: 'usage-2', Status: 'Enabled', Days: 7 })).toBe(shape);
  expect(bucket({ BucketName: 'usage-1', Status: 'Enabled', Days: 30 })).not.toBe(shape);
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

test('only items of a new shape stay, or the first of a list; arguments of functions stay as they are', () => {
  const tags = [{ Key: 'a', Value: 'b' }, { Key: 'c', Value: 'd' }, { Key: { 'Fn::Join': ['-', ['e', 'f']] } }];
  const seen = new Set<string>();
  expect(withFreshItems({ Tags: tags }, seen)).toEqual({ Tags: [tags[0], tags[2]] });
  expect(withFreshItems({ Sets: [{ Tags: tags }] }, seen)).toEqual({ Sets: [{ Tags: [tags[0]] }] });
  expect(withFreshItems({ Action: ['s3:GetObject', 's3:PutObject'] }, seen)).toEqual({ Action: ['s3:GetObject', 's3:PutObject'] });
});
