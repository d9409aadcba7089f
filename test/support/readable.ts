import { Template } from 'aws-cdk-lib/assertions';
import { Json, listOf, propertiesOf, resourcesOf, theResource } from './template';

/** A value of a template as one reads it: `{"Ref": "Bucket"}` is `<Bucket>`, joins are joined. */
export function readable(value: Json): string {
  if (typeof value === 'string') return value;
  if (value.Ref) return `<${value.Ref.replace(/^AWS::/, '')}>`;
  if (value['Fn::GetAtt']) return `<${listOf(value['Fn::GetAtt']).join('.')}>`;
  if (value['Fn::Join']) return listOf(value['Fn::Join'][1]).map(readable).join('');
  return JSON.stringify(value);
}

/** The condition of a right on the KMS key of a bucket. */
export const VIA_S3 = ' if {"StringEquals":{"kms:ViaService":"s3.<Region>.<URLSuffix>"}}';

function readableCondition(condition: Json): string {
  return JSON.stringify(condition, (_key, value: Json) => typeof value === 'object' && value !== null && value['Fn::Join'] ? readable(value) : value);
}

/** A statement on one line: actions, resources, condition. */
export function readableStatement(statement: Json): string {
  const list = (value: Json) => listOf(Array.isArray(value) ? value : [value]).map(readable);
  const condition = statement.Condition ? ` if ${readableCondition(statement.Condition)}` : '';
  return `${list(statement.Action).join(' ')} on ${list(statement.Resource).join(' ')}${condition}`;
}

/** What a role may do, by the name of its inline policy. No other policy than these may be attached to it. */
export function rightsOf(template: Template, roleIdPrefix: string, otherPolicies: readonly string[] = []): Record<string, string[]> {
  const role = theResource(template, 'AWS::IAM::Role', roleIdPrefix);
  expect(role.Properties.ManagedPolicyArns).toBeUndefined();
  const attached = Object.entries(resourcesOf(template, 'AWS::IAM::Policy')).filter(([, { Properties }]) => JSON.stringify(Properties.Roles).includes(role.id));
  expect(attached.map(([id]) => id)).toEqual(otherPolicies);
  return Object.fromEntries(listOf(role.Properties.Policies).map(({ PolicyName, PolicyDocument }) =>
    [PolicyName, listOf(PolicyDocument.Statement).map(readableStatement)]));
}

/** A function's environment, as its handler gets it. */
export function environmentOf(template: Template, functionIdPrefix: string): Record<string, string> {
  const { Variables } = propertiesOf(template, 'AWS::Lambda::Function', functionIdPrefix).Environment;
  return Object.fromEntries(Object.entries(Variables).map(([name, value]) => [name, readable(value)]));
}
