import { Architecture, Code, Runtime } from 'aws-cdk-lib/aws-lambda';
import { handlerBundles } from './handler-bundles';

/** What runs a bundle of `lambda/entry`: the same for every function. */
export function bundledCode(entry: string) {
  return {
    code: Code.fromAsset(handlerBundles(entry)),
    handler: `${entry}.handler`,
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
  };
}
