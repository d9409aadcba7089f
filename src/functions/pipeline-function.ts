import { join } from 'path';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';

const ASSETS = join(__dirname, '../../assets');

/** A function of the pipeline. Its bundle is part of the package. */
export class PipelineFunction extends lambda.Function {
  /**
   * @param entry the path of the handler: `enrichment/enrich` for `src/enrichment/enrich.lambda.ts`
   */
  constructor(scope: Construct, id: string, public readonly entry: string, options: lambda.FunctionOptions) {
    super(scope, id, {
      ...options,
      runtime: lambda.Runtime.NODEJS_24_X,
      architecture: lambda.Architecture.ARM_64,
      handler: 'index.handler',
      code: lambda.Code.fromAsset(join(ASSETS, `${entry}.lambda`)),
    });
  }
}
