import { CfnResource, Reference, Tokenization } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { IConstruct } from 'constructs';

/** Whether a method of the API may ask for an API key, wherever in the app the method is made. */
export function asksForKeys(api: apigateway.RestApi): boolean {
  return api.node.root.node.findAll().some((construct) => isMethod(construct) && belongsTo(construct, api) && mayAsk(construct));
}

function isMethod(construct: IConstruct): construct is apigateway.CfnMethod {
  return CfnResource.isCfnResource(construct) && construct.cfnResourceType === apigateway.CfnMethod.CFN_RESOURCE_TYPE_NAME;
}

/** A method whose API is known only by an id in text may belong to any API. */
function belongsTo(method: apigateway.CfnMethod, api: apigateway.RestApi): boolean {
  const [token] = Tokenization.reverseString(method.restApiId).tokens;
  return !Reference.isReference(token) || token.target === api.node.defaultChild;
}

function mayAsk(method: apigateway.CfnMethod): boolean {
  return method.apiKeyRequired !== undefined && method.apiKeyRequired !== false;
}
