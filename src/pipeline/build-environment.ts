import { BuildEnvironment, BuildSpec, ComputeType, LinuxBuildImage } from 'aws-cdk-lib/aws-codebuild';
import { CDK_CLI_VERSION } from './cli-version';

/** Node of all builds: the version that the handlers run on too. */
const NODE_VERSION = '24';

/** Where all builds of a pipeline run. The image is named here, because the CDK's own choice changes with its version. */
export function buildEnvironment(privileged = false): BuildEnvironment {
  return { buildImage: LinuxBuildImage.STANDARD_7_0, computeType: ComputeType.SMALL, privileged };
}

/** What builds have in common that are not a program of their own image: the version of Node. */
export const NODE_BUILD_SPEC = BuildSpec.fromObject({
  version: '0.2',
  phases: { install: { 'runtime-versions': { nodejs: NODE_VERSION } } },
});

export const INSTALL_CDK_CLI = `npm install --global aws-cdk@${CDK_CLI_VERSION}`;
