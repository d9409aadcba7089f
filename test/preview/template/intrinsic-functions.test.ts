import { App } from '../../../preview/template/app';
import { temporaryFile } from '../temporary-folder';

const TEMPLATE = {
  Parameters: { Size: { Type: 'Number', Default: 3 }, Names: { Type: 'CommaDelimitedList', Default: 'a, b' }, Open: { Type: 'String' } },
  Mappings: { Regions: { 'us-east-1': { bucket: 'east' } } },
  Conditions: {
    Yes: { 'Fn::Equals': [{ Ref: 'Size' }, '3'] },
    No: { 'Fn::Not': [{ Condition: 'Yes' }] },
    Both: { 'Fn::And': [{ Condition: 'Yes' }, { Condition: 'No' }] },
    Either: { 'Fn::Or': [{ Condition: 'Yes' }, { Condition: 'No' }] },
  },
  Resources: {
    Api: { Type: 'AWS::ApiGateway::RestApi' },
    Named: { Type: 'AWS::S3::Bucket', Properties: { BucketName: { 'Fn::Sub': 'files-${AWS::Region}' } } },
    Function: { Type: 'AWS::Lambda::Function' },
    Never: { Type: 'AWS::S3::Bucket', Condition: 'No' },
  },
  Outputs: { Bucket: { Value: { Ref: 'Named' }, Export: { Name: { 'Fn::Sub': '${AWS::StackName}:Bucket' } } } },
};

const app = new App([temporaryFile('Shop.template.json', JSON.stringify(TEMPLATE)), temporaryFile('Other.template.json', JSON.stringify({ Resources: {} }))]);
const resolve = (value: unknown) => {
  const [stack] = app.stacks;
  return (stack.template.Resources as any).Probe = { Type: 'Probe', Properties: { value } }, stack.resources('Probe')[0].property('value');
};

test.each<[unknown, unknown]>([
  [{ Ref: 'Api' }, 'Api'],
  [{ Ref: 'Named' }, 'files-us-east-1'],
  [{ Ref: 'Size' }, 3],
  [{ 'Fn::Join': ['-', { Ref: 'Names' }] }, 'a-b'],
  [{ 'Fn::GetAtt': ['Named', 'Arn'] }, 'arn:aws:s3:::files-us-east-1'],
  [{ 'Fn::GetAtt': 'Function.Arn' }, 'arn:aws:lambda:us-east-1:123456789012:function:Function'],
  [{ 'Fn::GetAtt': ['Api', 'RootResourceId'] }, 'Api.RootResourceId'],
  [{ 'Fn::Sub': '${Api}/${Function.Arn}/${!Not}' }, 'Api/arn:aws:lambda:us-east-1:123456789012:function:Function/${Not}'],
  [{ 'Fn::Sub': ['${a}${Size}', { a: { Ref: 'Api' } }] }, 'Api3'],
  [{ 'Fn::Select': ['1', { 'Fn::Split': [':', 'a:b:c'] }] }, 'b'],
  [{ 'Fn::FindInMap': ['Regions', { Ref: 'AWS::Region' }, 'bucket'] }, 'east'],
  [{ 'Fn::If': ['Yes', 'then', 'else'] }, 'then'],
  [{ 'Fn::If': ['Both', 'then', 'else'] }, 'else'],
  [{ 'Fn::If': ['Either', ['kept', { Ref: 'AWS::NoValue' }], 'else'] }, ['kept']],
  [{ a: { Ref: 'AWS::NoValue' }, b: 1 }, { b: 1 }],
  [{ 'Fn::ImportValue': 'Shop:Bucket' }, 'files-us-east-1'],
  [{ 'Fn::Base64': 'a' }, 'YQ=='],
  [{ 'Fn::ToJsonString': { a: { Ref: 'Api' } } }, '{"a":"Api"}'],
  [{ Condition: { StringEquals: { a: 'b' } } }, { Condition: { StringEquals: { a: 'b' } } }],
])('%j', (value, expected) => {
  expect(resolve(value)).toEqual(expected);
});

test.each<[unknown, string]>([
  [{ 'Fn::Transform': {} }, 'Fn::Transform'],
  [{ Ref: 'Nowhere' }, 'Nowhere'],
  [{ Ref: 'Open' }, 'Open'],
  [{ 'Fn::ImportValue': 'gone' }, 'gone'],
])('%j cannot be resolved, and the message says what', (value, word) => {
  expect(() => resolve(value)).toThrow(word);
});

test('a resource whose condition is false is not there', () => {
  expect(app.resources('AWS::S3::Bucket').map(({ logicalId }) => logicalId)).toEqual(['Named']);
});

test('a logical id in two templates gets the stack\'s name', () => {
  const file = (name: string) => temporaryFile(`${name}.template.json`, JSON.stringify({ Resources: { Api: { Type: 'AWS::ApiGateway::RestApi' } } }));
  expect(new App([file('One'), file('Two')]).resources('AWS::ApiGateway::RestApi').map(({ physicalId }) => physicalId)).toEqual(['One-Api', 'Two-Api']);
});
