import { CfnResource, Reference, Tokenization } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { IConstruct } from 'constructs';

/** Whether a method of the API may require an API key. Methods can be anywhere in the app. */
export function asksForKeys(api: apigateway.RestApi): boolean {
  return api.node.root.node.findAll().some((construct) => isMethod(construct) && belongsTo(construct, api) && mayAsk(construct));
}

function isMethod(construct: IConstruct): construct is apigateway.CfnMethod {
  return CfnResource.isCfnResource(construct) && construct.cfnResourceType === apigateway.CfnMethod.CFN_RESOURCE_TYPE_NAME;
}

/** A method that has the id of its API as text may belong to any API. */
function belongsTo(method: apigateway.CfnMethod, api: apigateway.RestApi): boolean {
  const [token] = Tokenization.reverseString(method.restApiId).tokens;
  return !Reference.isReference(token) || token.target === api.node.defaultChild;
}

function mayAsk(method: apigateway.CfnMethod): boolean {
  return method.apiKeyRequired !== undefined && method.apiKeyRequired !== false;
}
